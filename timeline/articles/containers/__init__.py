"""The kinds of file that hold many documents: one module each, registered here and nowhere else."""

from timeline.articles.containers import compressed, lines, parquet, tar_archive, warc, zip_archive
from timeline.articles.containers.part import Container, Member, Part

CONTAINERS: tuple[Container, ...] = tuple(
    Container(module.NAME, module.accept, module.split, module.open_part)
    for module in (zip_archive, tar_archive, warc, parquet, compressed, lines)
)
"""In the order in which they are tried: what is told by more than its compression first."""

BY_NAME = {container.name: container for container in CONTAINERS}
"""The same by their names."""


def container_of(head: bytes, name: str) -> Container | None:
    """The container that a file is, by its first bytes and its name; None for a single document."""
    return next((container for container in CONTAINERS if container.accept(head, name)), None)


__all__ = ["BY_NAME", "CONTAINERS", "Container", "Member", "Part", "container_of"]
