"""The kinds of jobs: which function of which room does what. A room that has long work adds its line here."""

from kiemdiem.files import work as files
from kiemdiem.jobs.kinds import Kind
from kiemdiem.papers import work as papers

KINDS = {
    "files.backup": Kind("Sao lưu hằng đêm", files.make_nightly_backup, nightly=True),
    "files.verify": Kind("Kiểm tra các tệp lưu trữ", files.verify_store),
    "papers.write_batch": Kind("In nhiều giấy tờ", papers.write_batch),
}
