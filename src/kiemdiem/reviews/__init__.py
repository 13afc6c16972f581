"""The room reviews: what is written before a review and completed after it.

For: reports of collectives and cells, the one self-review of each member, comments, opinions and attested statements.
Words: a *version* is a text as it stood once; *nhập thay* is keying for somebody from his signed paper.
Never: overwrite a text somebody handed in, fill in anything nobody said, or ask a member for an account.
"""
