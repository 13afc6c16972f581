"""Accounts: who may sign in. What an account may do is granted over units, in `org`."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Looks accounts up by user name."""

    def get_by_natural_key(self, username: str) -> "Account":
        """The account of that user name."""
        return self.get(username=username)


class Account(AbstractBaseUser):
    """Somebody who may sign in; never the member himself, whose rights need no account."""

    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        db_table = "accounts_account"

    def __str__(self) -> str:
        return self.display_name
