"""The small rulebook with every kind of file; each broken rulebook has one thing wrong in it."""

from tests.core.law.folder import TEXTS

TEAM = """
  - key: team
    clause: V
    text: Tổ
    scale: grades
    groups: [ward]
    facts:
      - {key: members, type: count, clause: V, text: Số người}
    fact_groups: [{key: numbers, facts: [members]}]
    children:
      subject: person
      by: team
      counts:
        - {key: good_ones, clause: V, text: Số người tốt, of: at_least, grade: TOT}
        - {key: waiting, clause: V, text: Số người chờ, of: pending}
"""
TEAM_STANDARDS = """
  - key: standards.team
    clause: V
    text: Tiêu chuẩn tổ
    subject: team
    residual: KEM
    exclusions:
      - condition: {key: empty, clause: V, text: Không có người, kind: holds, when: members = 0}
    caps:
      - {condition: {key: cap, clause: V, text: Chưa xong, kind: holds, when: members < 3}, at_most: DAT}
    standards:
      - key: team.good
        clause: V
        text: Tổ tốt
        grade: TOT
        includes: DAT
        conditions:
          - key: team.some
            clause: V
            text: Có người tốt
            kind: any_of
            of:
              - {key: team.one, clause: V, text: Một, kind: holds, when: good_ones >= 1}
              - {key: team.two, clause: V, text: Hai, kind: share, count: good_ones, of: members, at_least: 50%}
      - {key: team.fair, clause: V, text: Tổ đạt, grade: DAT}
"""
BALLOTS = """
ballots:
  - key: ballot
    clause: VI
    text: Bỏ phiếu
    subject: person
    secret: true
    form: slip
    rounds:
      - key: first
        clause: VI
        text: Lần một
        number: 1
        options: [{key: first.good, clause: VI, text: Tốt, grade: TOT, votes: yes}]
        needed: 1/2
        denominator: enrolled
        enrolled: voters
        present: voters
score_slips:
  - key: scores
    clause: VI
    text: Phiếu điểm
    subject: person
    form: scores
    voters: [official]
    total: 100
    combine: mean
    fact: score
    parts: [{key: part, clause: VI, text: Phần, item: one, most: 100}]
"""
CRITERIA = """
sets:
  - key: contents
    clause: VII
    text: Nội dung
    items:
      - {key: item.one, clause: VII, text: Mục một, code: one, points: 100}
      - {key: item.two, clause: VII, text: Mục hai, code: two, parent: one}
uses:
  - {subject: member, content: contents}
"""
SOURCES = """
facts:
  - {key: s.done, clause: VIII, text: Xong, subject: person, fact: done, record: {kind: reviewed}}
  - {key: s.level, clause: VIII, text: Mức, subject: person, fact: level, record: {kind: attested, attestation: own}}
  - {key: s.came, clause: VIII, text: Ngày, subject: person, fact: came_on, record: {kind: attested, attestation: came}}
  - {key: s.members, clause: VIII, text: Số, subject: team, fact: members, record: {kind: register}}
"""
PROCESS = """
groups:
  - {key: guests, clause: IX, text: Khách, title: Khách, unit_kinds: [office]}
places:
  - {key: place, clause: IX, text: Nơi họp, subject: member, before: own_cell, groups: [guests]}
gates:
  - key: gate.notice
    clause: IX
    text: Gửi trước
    act: open_meeting
    kind: lead_time
    params: {days: 2}
"""
PLAN = """
items:
  - {key: plan.vote, clause: X, text: Họp, title: Họp, from_on: 2017-12-01, until_on: 2017-12-20, units: [cell_one]}
terms:
  - {key: term, clause: X, text: Báo cáo, title: Báo cáo, days: 5, after: plan.vote}
"""
BODY = """
units:
  - {key: ward, clause: XI, text: Phường, name: Phường, unit_kind: party_body}
  - {key: cell_one, clause: XI, text: Tổ một, name: Tổ một, unit_kind: cell, parent: ward}
leader_posts:
  - {key: post, clause: XI, text: Bí thư, unit_kind: cell, post: secretary}
"""
FORMS = """
forms:
  - {key: slip, clause: XII, text: Phiếu, code: M1, title: Phiếu, paper: slip, content_sets: [contents]}
"""
DOSSIER = """
dossiers:
  - key: dossier
    clause: XIII
    text: Hồ sơ
    title: Hồ sơ
    owed_by: [cell]
    owed_to: party_body
    items: [{key: dossier.slip, clause: XIII, text: Phiếu, title: Phiếu, form: slip}]
"""
NOTICES = """
notices:
  - {key: notice, clause: XIV, text: Báo kết quả, title: Kết quả, about: result, owed_by: [cell], owed_to: member}
"""
FULL = {
    **TEXTS,
    "subjects.yaml": TEXTS["subjects.yaml"] + TEAM.lstrip("\n"),
    "standards.yaml": TEXTS["standards.yaml"] + TEAM_STANDARDS.lstrip("\n"),
    "ballots.yaml": BALLOTS,
    "criteria.yaml": CRITERIA,
    "sources.yaml": SOURCES,
    "process.yaml": PROCESS,
    "plan.yaml": PLAN,
    "body.yaml": BODY,
    "forms.yaml": FORMS,
    "dossier.yaml": DOSSIER,
    "notices.yaml": NOTICES,
}
