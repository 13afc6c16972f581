"""A certificate of this installation's own, for a LAN that has no authority to ask."""

import ipaddress
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LIFETIME = timedelta(days=825)


def own_certificate(folder: Path, *, names: Sequence[str], at: datetime) -> tuple[Path, Path]:
    """The certificate and the key for `names`, made anew when they are missing, run out or lack a name."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    if not (cert.is_file() and key.is_file() and covers(cert.read_bytes(), names=names, at=at)):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = ec.generate_private_key(ec.SECP256R1())
        write_private(key, secret.private_bytes(*KEY_FORM))
        cert.write_bytes(signed(secret, names=names, at=at).public_bytes(serialization.Encoding.PEM))
    return cert, key


KEY_FORM = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def covers(pem: bytes, *, names: Sequence[str], at: datetime) -> bool:
    """Whether the certificate is valid for another week and stands for every name."""
    cert = x509.load_pem_x509_certificate(pem)
    held = cert.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known = {*held.get_values_for_type(x509.DNSName), *map(str, held.get_values_for_type(x509.IPAddress))}
    return known >= set(names) and cert.not_valid_after_utc > at + timedelta(days=7)


def signed(secret: ec.EllipticCurvePrivateKey, *, names: Sequence[str], at: datetime) -> x509.Certificate:
    """A certificate for `names`, signed by its own key."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + LIFETIME)
        .add_extension(x509.SubjectAlternativeName([general_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(secret, hashes.SHA256())
    )


def general_name(name: str) -> x509.GeneralName:
    """A host name or an address, as a certificate writes it."""
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def write_private(path: Path, content: bytes) -> None:
    """Writes a file that only its owner can read."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
