"""Wrappings around a note: winmail.dat, opaque S/MIME."""

import random
import struct


def tnef(body, files, codepage=1252):
    """A winmail.dat with a body and attachments [(name, bytes)]."""
    out = struct.pack("<IH", 0x223E9F78, 0x0101)

    def attribute(level, ident, data):
        return struct.pack("<BII", level, ident, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    out += attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
    out += attribute(1, 0x00069007, struct.pack("<II", codepage, 0))
    out += attribute(1, 0x00078008, b"IPM.Microsoft Mail.Note\0")
    if body:
        out += attribute(1, 0x0002800C, body.replace("\n", "\r\n").encode(f"cp{codepage}") + b"\0")
    for name, data in files:
        out += attribute(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 32, 32, 0))
        short = name.encode(f"cp{codepage}", "replace")
        out += attribute(2, 0x00018010, short + b"\0")
        out += attribute(2, 0x0006800F, data)
        long = name.encode("utf-16-le") + b"\0\0"
        prop = struct.pack("<I", 1) + struct.pack("<HH", 0x001F, 0x3707) + struct.pack("<II", 1, len(long)) + long + b"\0" * (-len(long) % 4)
        out += attribute(2, 0x00069005, prop)
    return out


def _prime(rng, bits):
    while True:
        n = rng.getrandbits(bits) | (1 << (bits - 1)) | (1 << (bits - 2)) | 1
        if all(n % p for p in (3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)) and all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7, 11)) and (n - 1) % 65537:
            return n


def smime(inner, seed, name, address):
    """Opaque signed-data (DER) around a MIME entity; the key is made from the seed and guards nothing."""
    from datetime import datetime
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import pkcs7
    rng = random.Random(seed)
    p, q, e = _prime(rng, 1024), _prime(rng, 1024), 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    key = rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), rsa.rsa_crt_iqmp(p, q), rsa.RSAPublicNumbers(e, p * q)).private_key()
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name), x509.NameAttribute(x509.NameOID.EMAIL_ADDRESS, address)])
    cert = (x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(seed)
            .not_valid_before(datetime(2016, 1, 1)).not_valid_after(datetime(2020, 1, 1)).sign(key, hashes.SHA256()))
    return (pkcs7.PKCS7SignatureBuilder().set_data(inner.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")).add_signer(cert, key, hashes.SHA256())
            .sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary, pkcs7.PKCS7Options.NoAttributes]))
