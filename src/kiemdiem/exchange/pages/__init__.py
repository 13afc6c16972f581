"""The pages of importing from Excel."""
