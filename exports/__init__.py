"""A timeline in, bytes out: one module a format, registered in ``exports.registry``."""

from exports.exporter import Exported, Exporter, ExportOptions, LeftOut, Precision
from exports.registry import DEFAULT_FORMATS, EXPORTERS
from exports.selection import Selection, SplitBy, select, split
from exports.writing import Summary, export, exporter_named, summarise, write_exports, write_files

__all__ = [
    "DEFAULT_FORMATS",
    "EXPORTERS",
    "ExportOptions",
    "Exported",
    "Exporter",
    "LeftOut",
    "Precision",
    "Selection",
    "SplitBy",
    "Summary",
    "export",
    "exporter_named",
    "select",
    "split",
    "summarise",
    "write_exports",
    "write_files",
]
