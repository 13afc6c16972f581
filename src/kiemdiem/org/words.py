"""How the screens and the import call the room's words; a word missing here is shown as it is kept."""

UNIT_KINDS = {
    "party_body": "Đảng bộ",
    "cell": "Chi bộ",
    "executive_committee": "Ban Chấp hành Đảng bộ",
    "standing_committee": "Ban Thường vụ",
    "cell_committee": "Chi ủy",
    "council_standing_body": "Thường trực Hội đồng nhân dân",
    "peoples_council": "Hội đồng nhân dân",
    "peoples_committee": "Ủy ban nhân dân",
    "front_standing_board": "Ban Thường trực Ủy ban Mặt trận Tổ quốc",
    "front_committee": "Ủy ban Mặt trận Tổ quốc",
    "farmers_standing_board": "Ban Thường vụ Hội Nông dân",
    "farmers_executive": "Ban Chấp hành Hội Nông dân",
    "women_standing_board": "Ban Thường vụ Hội Liên hiệp Phụ nữ",
    "women_executive": "Ban Chấp hành Hội Liên hiệp Phụ nữ",
    "veterans_standing_board": "Ban Thường vụ Hội Cựu chiến binh",
    "veterans_executive": "Ban Chấp hành Hội Cựu chiến binh",
    "youth_union_standing_board": "Ban Thường vụ Đoàn Thanh niên",
    "youth_union_executive": "Ban Chấp hành Đoàn Thanh niên",
    "office": "Văn phòng cấp ủy",
    "superior": "Cấp ủy cấp trên",
    "government_agency": "Cơ quan, đơn vị nhà nước",
    "mass_sub_branch": "Chi hội, chi đoàn",
    "outside": "Nơi khác",
}
BECAME = {"merged": "đã sáp nhập vào", "split": "một phần chia tách thành", "consolidated": "đã hợp nhất thành"}
CAME = {"merged": "nhận sáp nhập", "split": "chia tách từ", "consolidated": "hợp nhất từ"}
CELL_KINDS = {
    "military": "Quân sự",
    "police": "Công an",
    "health_station": "Trạm Y tế",
    "school": "Trường học",
    "residential": "Khu dân cư",
    "agency": "Cơ quan",
}
POSTS = {
    "secretary": "Bí thư",
    "deputy_secretary": "Phó Bí thư",
    "standing_deputy_secretary": "Phó Bí thư Thường trực",
    "standing_member": "Ủy viên Ban Thường vụ",
    "member": "Ủy viên",
    "chair": "Chủ tịch",
    "vice_chair": "Phó Chủ tịch",
    "head": "Trưởng ban",
    "deputy_head": "Phó Trưởng ban",
    "standing_vice_chair": "Phó Chủ tịch Thường trực",
}
LINK_KINDS = {"government": "Chính quyền", "front": "Mặt trận Tổ quốc", "mass": "Đoàn thể"}
STANDINGS = {
    "probationary": "Đảng viên dự bị",
    "official": "Đảng viên chính thức",
    "exempt_work": "Miễn công tác",
    "exempt_activity": "Miễn sinh hoạt",
    "suspended": "Đình chỉ sinh hoạt",
}
MEMBERSHIPS = {
    "official": "Sinh hoạt chính thức",
    "temporary": "Sinh hoạt tạm thời",
    "residence": "Nơi cư trú",
}
DEPARTURES = {
    "moved": "Chuyển đi",
    "struck_off": "Xóa tên",
    "expelled": "Khai trừ",
    "died": "Từ trần",
    "left": "Ra khỏi Đảng",
}
SIDES = {"party": "Đảng", "government": "Chính quyền", "mass": "Đoàn thể"}
MEASURES = {
    "reprimand": "Khiển trách",
    "warning": "Cảnh cáo",
    "removal": "Cách chức",
    "expulsion": "Khai trừ",
    "pay_grade_cut": "Hạ bậc lương",
    "demotion": "Giáng chức",
    "dismissal": "Buộc thôi việc",
}
RESULT_KINDS = {
    "ccvc": "Cán bộ, công chức, viên chức",
    "government": "Chính quyền",
    "front": "Mặt trận Tổ quốc",
    "mass": "Đoàn thể",
    "cell_activity": "Chất lượng sinh hoạt chi bộ",
}
AWARD_KINDS = {
    "title_cstd_co_so": "Chiến sỹ thi đua cấp cơ sở",
    "certificate_of_merit": "Bằng khen",
    "letter_of_praise": "Giấy khen",
}
AWARD_LEVELS = {"ministry": "Bộ, ngành Trung ương", "province": "Tỉnh", "district": "Huyện", "grassroots": "Cơ sở"}
WORK_KINDS = {
    "ccvc": "Cán bộ, công chức, viên chức",
    "cooperative": "Hợp tác xã",
    "civil_guard": "Ban bảo vệ dân phố",
    "part_time_ward": "Người hoạt động không chuyên trách",
    "other": "Khác",
}
LEAVE_KINDS = {"sick": "Nghỉ ốm", "maternity": "Nghỉ thai sản", "course": "Đi học", "travel": "Đi xa"}
GENDERS = {"": "Chưa ghi", "male": "Nam", "female": "Nữ"}
ROLES = {
    "administrator": "Quản trị hệ thống",
    "officer": "Cán bộ tổ chức",
    "clerk": "Cán bộ văn phòng",
    "secretary": "Bí thư",
    "supervisor": "Người được phân công theo dõi",
    "teller": "Tổ kiểm phiếu",
    "member": "Đảng viên",
    "inspector": "Cán bộ kiểm tra",
    "assessor": "Bên tham gia đánh giá",
}
