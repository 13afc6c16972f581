"""Accounts: who may sign in. What an account may do is granted over units, in `org`."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


class AccountsByName(BaseUserManager["Account"]):
    """Looks accounts up by user name."""

    def get_by_natural_key(self, username: str) -> "Account":
        """The account of that user name, however it was typed: capitals and spaces around it do not count."""
        return self.get(username=username.strip().lower())


class Account(AbstractBaseUser):
    """Somebody who may sign in; never the member himself, whose rights need no account."""

    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    one_time_until = models.DateTimeField(null=True)  # from then on an unused one-time password opens nothing
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = AccountsByName()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        db_table = "accounts_account"
        constraints = [
            models.CheckConstraint(
                condition=Q(one_time_until__isnull=True) | Q(must_change_password=True),
                name="accounts_only_one_time_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name


class WrongTries(models.Model):
    """Wrong passwords in a row for one user name from one place, whether or not the name exists."""

    username = models.CharField(max_length=60)
    address_hash = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    counted_until = models.DateTimeField()  # forgotten from this moment on
    locked_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["username", "address_hash"], name="accounts_tries_once"),
            models.CheckConstraint(condition=Q(count__gte=0), name="accounts_tries_counted"),
        ]

    def __str__(self) -> str:
        return f"{self.username}: {self.count}"
