"""The acts of this room: writing papers and voiding them, taking papers in and giving them back."""

from kiemdiem.papers.commands.receive_paper import Handed, receive_paper
from kiemdiem.papers.commands.receive_papers import receive_papers
from kiemdiem.papers.commands.return_paper import return_paper
from kiemdiem.papers.commands.submit_dossier import submit_dossier
from kiemdiem.papers.commands.void_paper import void_paper
from kiemdiem.papers.commands.write_pack import write_pack
from kiemdiem.papers.commands.write_papers import write_paper, write_papers
from kiemdiem.papers.commands.write_receipt import write_receipt
from kiemdiem.papers.ordered import FORMATS, Order, Part

__all__ = [
    "FORMATS",
    "Handed",
    "Order",
    "Part",
    "receive_paper",
    "receive_papers",
    "return_paper",
    "submit_dossier",
    "void_paper",
    "write_pack",
    "write_paper",
    "write_papers",
    "write_receipt",
]
