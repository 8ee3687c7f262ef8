"""Keeps tokens unreadable where they are kept: whoever has only the database has none of them."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from pydantic import SecretStr

from domain.problems import StoreUnavailable

HOW = "Make one with: planbot key"


def new_key() -> str:
    """A fresh key, as the settings want it."""
    return Fernet.generate_key().decode()


class Seal:
    """Encrypts with the first key, and decrypts with any, so that keys can be changed."""

    def __init__(self, keys: Sequence[SecretStr]) -> None:
        """Raise StoreUnavailable for a key that is none."""
        try:
            self._keys = MultiFernet([Fernet(key.get_secret_value()) for key in keys])
        except ValueError:
            raise StoreUnavailable("The key that tokens are kept under is not one.", HOW) from None

    def close(self, secret: SecretStr) -> str:
        return self._keys.encrypt(secret.get_secret_value().encode()).decode()

    def open(self, sealed: str) -> SecretStr:
        """Raise StoreUnavailable where none of the keys is the one it was closed with."""
        try:
            return SecretStr(self._keys.decrypt(sealed.encode()).decode())
        except InvalidToken:
            what = "A token in the database was kept under another key."
            raise StoreUnavailable(what, "Give that key as well, after the new one.") from None
