"""A small rulebook of two files that matter; a test spoils one line of it."""

RULEBOOK = """
code: small
title: Bộ quy tắc nhỏ
clause: Đầu
issuer: Đảng ủy
issued_on: 2017-11-16
year: 2017
kind: plan
status: issued
"""
SUBJECTS = """
scales:
  - {key: grades, clause: I, text: Mức, levels: [{code: TOT, name: A}, {code: DAT, name: B}, {code: KEM, name: C}]}
subjects:
  - key: person
    clause: I
    text: Người
    scale: grades
    groups: [team]
    facts:
      - {key: done, type: bool, rows: [R-1], clause: I, text: Đã xong}
      - {key: yes, type: count, clause: I, text: Phiếu thuận}
      - {key: voters, type: count, clause: I, text: Người bầu}
      - {key: level, type: level, scale: grades, clause: I, text: Mức tự nhận}
      - {key: score, type: points, clause: I, text: Điểm}
      - {key: came_on, type: date, clause: I, text: Ngày đến}
    balances:
      - {key: balance, clause: I, text: Phiếu không quá người bầu, parts: [yes], at_most: voters}
"""
STANDARDS = """
standards:
  - key: standards.person
    clause: II
    text: Tiêu chuẩn
    subject: person
    residual: KEM
    standards:
      - key: good
        clause: II
        text: Tốt
        grade: TOT
        conditions:
          - {key: good.votes, clause: II, text: Đủ phiếu, kind: share, count: yes, of: voters, more_than: 2/3}
          - {key: good.done, clause: II, text: Đã xong, kind: holds, when: done}
      - key: fair
        clause: II
        text: Đạt
        grade: DAT
        conditions:
          - {key: fair.level, clause: II, text: Tự nhận, kind: holds, when: level >= DAT}
    bands:
      - key: bands
        clause: II
        text: Khung điểm
        of: score
        highest: 100
        bands:
          - {key: band.a, clause: II, text: Cao, grade: TOT, at_least: 80}
          - {key: band.b, clause: II, text: Vừa, grade: DAT, at_least: 50, below: 80}
          - {key: band.c, clause: II, text: Thấp, grade: KEM, at_least: 0, below: 50}
"""
QUOTAS = """
quotas:
  - key: quota
    clause: III
    text: Tỷ lệ
    subject: person
    grade: TOT
    base_grade: DAT
    group: team
    percent: {by_reading: how_many, of: {few: 15, many: 20}}
    base: reached_good
    ranked_by: [yes]
    falls_to: DAT
"""
INTERPRETATIONS = """
interpretations:
  - key: how_many
    amb: A-1
    clause: III
    text: Tỷ lệ
    question: Bao nhiêu?
    readings: [{key: few, text: Ít, default: true}, {key: many, text: Nhiều}]
"""
GAPS = """
gaps:
  - {key: hole, clause: IV, text: Chỗ trống, source: Văn bản khác, blocks: không gì, fills: {type: integer}}
"""
TEXTS = {
    "rulebook.yaml": RULEBOOK,
    "subjects.yaml": SUBJECTS,
    "standards.yaml": STANDARDS,
    "quotas.yaml": QUOTAS,
    "interpretations.yaml": INTERPRETATIONS,
    "gaps.yaml": GAPS,
}
ROWS = ("R-1",)


def spoiled(file, old, new):
    """The texts with one piece of one file replaced; the piece must be there."""
    assert old in TEXTS[file]
    return {**TEXTS, file: TEXTS[file].replace(old, new, 1)}
