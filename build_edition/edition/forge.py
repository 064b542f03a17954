"""The forge that keeps the edition's repository: which kind it is, by its host, and how one leads to it.

A forge is a web site that keeps a repository and takes proposals to change it. What a page offers to its reader
depends on the kind: each fills its forms from an address in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

ForgeKind = Literal["github", "gitlab", "forgejo", "other"]

_HOSTS: Mapping[str, ForgeKind] = MappingProxyType(
    {
        "github.com": "github",
        "gitlab.com": "gitlab",
        "codeberg.org": "forgejo",
        "gitea.com": "forgejo",
    }
)
_BRANCH = re.compile(
    r"(?!.*(?:\.\.|//|@\{|\.lock(?:/|$)))[^\s~^:?*\[\\\x00-\x1f\x7f/.-][^\s~^:?*\[\\\x00-\x1f\x7f]*(?<![/.])"
)
_FOLDER = re.compile(r"[^\s/\\?#%][^\\?#%\n\r]*")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def guessed_forge(repository: str) -> ForgeKind | None:
    """The kind of forge at an address, where its host is well known or says it in its name; else None."""
    host = (urlsplit(repository).hostname or "").lower()
    if host in _HOSTS:
        return _HOSTS[host]
    first = host.partition(".")[0]
    return "gitlab" if first == "gitlab" else "forgejo" if first in {"forgejo", "gitea"} else None


def repository_address(address: str) -> str:
    """The address, if it is that of a repository's page, without what only `git` needs; raises `ValueError`."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/").removesuffix(".git")
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s\"'<>\\]", address):
        raise ValueError("must be a web address that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "holds a name or a password, which every reader would see; leave out what stands before the @"
        )
    if not path or parts.query or parts.fragment:
        raise ValueError("must lead to the repository's first page; write it as https://codeberg.org/OWNER/NAME")
    return f"{parts.scheme}://{parts.netloc}{path}"


def branch_name(name: str) -> str:
    """The name, if `git` takes it for a branch; raises `ValueError`."""
    if not _BRANCH.fullmatch(name):
        raise ValueError("cannot be the name of a branch; write it as `git branch` shows it")
    return name


def folder_path(path: str) -> str:
    """A folder of the repository without slashes at its ends, empty for its root; raises `ValueError`."""
    folder = path.strip().strip("/") if path.strip() not in {".", "./"} else ""
    if folder and (not _FOLDER.fullmatch(folder) or {".", "..", ""} & set(folder.split("/"))):
        raise ValueError(
            "must be a folder of the repository; write it as `texts/velm`, from the repository's root"
        )
    return folder


def mail_address(address: str) -> str:
    """The address, if mail can be sent to it; raises `ValueError`."""
    if not _MAIL.fullmatch(address):
        raise ValueError("must be the address of one mailbox; write it as editors@example.org")
    return address
