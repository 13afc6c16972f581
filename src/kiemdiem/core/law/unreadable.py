"""What the reader of YAML complains about, as Vietnamese sentences and what to do."""

import re

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from kiemdiem.core.law.problems import Problem

TAB = ("có dấu tab (phím Tab) ở đầu dòng hoặc trước giá trị", "thay dấu tab bằng dấu cách")
QUOTE = ("dấu nháy mở mà không đóng", "thêm dấu nháy đóng ở cuối giá trị")
QUOTED = "đặt giá trị trong dấu nháy kép"
COLON = ("có dấu ':' thứ hai trong một dòng, hoặc dòng này thụt lề sai", f"sửa lề, hoặc {QUOTED}")
BLOCK = ("dòng này thụt lề không khớp các dòng trên, hoặc thừa chữ sau giá trị", "cho các khóa cùng mục thẳng một lề")
SAYINGS: tuple[tuple[str, str, str], ...] = (
    (r"found character '\t'", *TAB),
    ("found character", "giá trị bắt đầu bằng một dấu YAML giữ riêng (@ ` %)", QUOTED),
    ("mapping values are not allowed", *COLON),
    ("could not find expected ':'", "dòng này thiếu dấu ':' sau khóa", "viết 'khóa: giá trị'"),
    ("sequence entries are not allowed", "dấu '-' của danh sách không đứng đầu dòng", "xuống dòng trước dấu '-'"),
    ("mapping keys are not allowed", "dấu '?' đứng sai chỗ", QUOTED),
    ("expected ',' or ']'", "danh sách mở bằng '[' thiếu dấu phẩy hoặc chưa đóng bằng ']'", "thêm dấu ',' hoặc ']'"),
    ("expected ',' or '}'", "bảng khóa mở bằng '{' thiếu dấu phẩy hoặc chưa đóng bằng '}'", "thêm dấu ',' hoặc '}'"),
    ("invalid intendation or unclosed", "dấu '[' hoặc '{' chưa đóng", "thêm dấu đóng"),
    ("expected <block end>", *BLOCK),
    ("expected the node content", "có dấu đóng ']' '}' hoặc dấu phẩy thừa, hoặc thiếu giá trị", "bỏ dấu thừa"),
    ("found unknown escape character", r"sau dấu '\' trong dấu nháy kép có chữ không hiểu được", "dùng dấu nháy đơn"),
    ("expected escape sequence", r"sau dấu '\' trong dấu nháy kép có chữ không hiểu được", "dùng dấu nháy đơn"),
    ("found unexpected end of stream", *QUOTE),
    ("found unexpected document separator", *QUOTE),
    ("found non-comment content after document end", "có nội dung sau dấu '...' kết thúc tệp", "bỏ dòng '...'"),
    ("expected '<document start>'", "có nội dung đứng ngoài bảng khóa của tệp", "bỏ dòng '...' hoặc dòng '%…'"),
    ("expected a comment or a line break", "sau dấu '|' hoặc '>' phải xuống dòng", f"xuống dòng, hoặc {QUOTED}"),
    ("expected chomping or indentation", "sau dấu '|' hoặc '>' phải xuống dòng", f"xuống dòng, hoặc {QUOTED}"),
    ("expected alphabetic or numeric", "sau dấu '&' hoặc '*' phải có tên", QUOTED),
)
OPENED = re.compile("quoted scalar|flow (sequence|mapping)")
ANY = ("cú pháp YAML sai ở chỗ này", f"sửa lại dòng này, hoặc {QUOTED}")


def unreadable(file: str, error: YAMLError, *, text: str) -> Problem:
    """The place and the sentence for what the reader of YAML stumbled over."""
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(file, line, "", f"có ký tự điều khiển không đọc được (mã {error.character})", "xóa ký tự này")
    mark, opened, found = None, "", ""
    if isinstance(error, MarkedYAMLError):
        mark, found = error.problem_mark or error.context_mark, str(error.problem or "")
        if error.context_mark and OPENED.search(str(error.context)):
            opened = f" (mở ở dòng {error.context_mark.line + 1})"
    message, hint = next(((what, todo) for start, what, todo in SAYINGS if found.startswith(start)), ANY)
    return Problem(file, mark.line + 1 if mark else 0, "", f"không đọc được YAML: {message}{opened}", hint)
