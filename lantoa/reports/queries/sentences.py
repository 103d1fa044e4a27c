"""Sentences written from figures; what nobody stated is said to be unknown, or is left open."""

from lantoa.figures.writing import write_dong, write_number, write_percentage, write_scaled
from lantoa.records.meetings.queries import Taught
from lantoa.records.works.models import Work
from lantoa.reports.document import ToWrite
from lantoa.reports.queries.facts import Facts

Paragraphs = tuple[str | ToWrite, ...]
MOST_WORKS = 8


def _with(facts: Facts, *pairs: tuple[str, str]) -> str:
    """Join the figures that are known: "12 căn nhà, 3 cây cầu"."""
    said = [(facts.say(code), words) for code, words in pairs]
    return ", ".join(f"{figure} {words}" for figure, words in said if figure is not None)


def study(facts: Facts) -> Paragraphs:
    """Say how often people studied, how many took part, and what was taught."""
    held = facts.say("meetings.held")
    if held is None:
        return ("Số buổi học tập, quán triệt trong kỳ: chưa có số.",)
    crowd = _with(
        facts,
        ("meetings.members", "lượt đảng viên"),
        ("meetings.guests", "lượt khách"),
        ("meetings.nonmembers", "lượt người ngoài Đảng"),
        ("meetings.unseparated", "lượt người dự chưa tách trong, ngoài Đảng"),
    )
    first = f"Đã tổ chức {held} hội nghị, lớp, buổi học tập, quán triệt, sinh hoạt"
    paragraphs = [f"{first}, với {crowd} dự." if crowd else f"{first}; số người dự: chưa có số."]
    if rate := _rate(facts):
        paragraphs.append(rate)
    paragraphs += [taught(each) for each in facts.taught]
    if len(facts.taught) > 1:
        paragraphs.append(
            "Một buổi học nhiều nội dung được tính ở từng nội dung; số chung của cả kỳ chỉ tính "
            "một lần."
        )
    return tuple(paragraphs)


def _rate(facts: Facts) -> str:
    part, whole = facts.counted.share("meetings.present_of_invited")
    if part is None or not whole:
        return ""
    return (
        f"Ở các buổi có đủ số triệu tập, có {write_number(part)}/{write_number(whole)} lượt đảng "
        f"viên dự, đạt {write_percentage(part, whole)}."
    )


def taught(row: Taught) -> str:
    """Say what was taught of one document or theme, and to how many."""
    crowd = []
    if row.members is not None:
        crowd.append(f"{write_number(row.members)} lượt đảng viên")
    if row.others is not None:
        crowd.append(f"{write_number(row.others)} lượt người khác hoặc chưa tách")
    times = "số buổi chưa có" if row.events is None else f"{write_number(row.events)} buổi"
    words = f"{times}, {', '.join(crowd) or 'chưa có số người dự'}"
    if row.present_of_invited is not None and row.invited:
        share = write_percentage(row.present_of_invited, row.invited)
        pair = f"{write_number(row.present_of_invited)}/{write_number(row.invited)}"
        words += f" (có số triệu tập: {pair}, đạt {share})"
    return f"- {row.title}: {words}."


def spreading(facts: Facts) -> Paragraphs:
    """Say how many talks there were and how people took part; the rest is the clerk's."""
    talks = facts.say("meetings.talks")
    modes = _with(
        facts,
        ("meetings.in_person", "buổi trực tiếp"),
        ("meetings.online", "buổi trực tuyến"),
        ("meetings.mixed", "buổi trực tiếp kết hợp trực tuyến"),
    )
    said: list[str | ToWrite] = []
    if talks:
        said.append(f"Tổ chức {talks} buổi tọa đàm, kể chuyện về Bác.")
    if modes:
        said.append(f"Theo cách dự (ở các buổi có ghi): {modes}.")
    return (*said, ToWrite("truyền thanh, bản tin, mạng xã hội"))


def cells(facts: Facts) -> Paragraphs:
    """Say how often cells met."""
    said = _with(
        facts,
        ("meetings.cell_regular", "kỳ sinh hoạt thường kỳ"),
        ("meetings.cell_thematic", "buổi sinh hoạt chuyên đề"),
    )
    start = (f"Các chi bộ đã ghi {said}.",) if said else ("Số kỳ sinh hoạt chi bộ: chưa có số.",)
    return (*start, ToWrite("chất lượng sinh hoạt, mẩu chuyện về Bác"))


def works(facts: Facts) -> Paragraphs:
    """Say what was made, with which money, for whom."""
    done = facts.say("works.done")
    if not facts.works or done is None:
        return ("Công trình, phần việc trong kỳ: chưa có số.", ToWrite("mô hình, cách làm hay"))
    products = _with(facts, *facts.form.products)
    said: list[str | ToWrite] = [
        f"Đã ghi {done} công trình, phần việc" + (f", gồm {products}." if products else ".")
    ]
    if (money := facts.say("works.money")) is not None:
        said.append(f"Tổng kinh phí {money}{_sources(facts)}.")
    if served := _with(facts, *facts.form.beneficiaries):
        said.append(f"Đối tượng được hưởng: {served}.")
    listed = [work_line(work, unit) for work, unit in facts.works[:MOST_WORKS]]
    if len(facts.works) > MOST_WORKS:
        listed.append("Các việc khác: xem phụ lục.")
    return (*said, *listed, ToWrite("mô hình, cách làm hay"))


def _sources(facts: Facts) -> str:
    names = {
        "works.state_money": "ngân sách nhà nước",
        "works.members_money": "cán bộ, đảng viên đóng góp",
        "works.people_money": "Nhân dân đóng góp",
        "works.sponsors_money": "mạnh thường quân, doanh nghiệp",
        "works.unsplit_money": "chưa tách nguồn",
    }
    said = [f"{words} {facts.say(code)}" for code, words in names.items() if facts.say(code)]
    return f", trong đó: {'; '.join(said)}" if said else ""


def work_line(work: Work, unit: str) -> str:
    """Say one work in one line."""
    quantity = ""
    if work.quantity is not None:
        quantity = f", {write_number(work.quantity)} {work.measured_in}"
    money = f", kinh phí {write_dong(work.money)}" if work.money is not None else ""
    return f"- {work.title} ({unit}){quantity}{money}."


def indicators(facts: Facts) -> Paragraphs:
    """Say the indicators of the area."""
    said = []
    for code, line in facts.counted.lines.items():
        if not code.startswith("indicators.") or code.endswith(".whole") or line.total is None:
            continue
        figure = write_scaled(line.total, scale=line.measure.scale)
        whole = facts.counted.total(f"{code}.whole")
        of = f"/{write_number(whole)}" if whole is not None else ""
        share = f", đạt {facts.counted.written_share(code)}" if line.measure.share_of else ""
        unit = "%" if line.measure.unit == "%" else f" {line.measure.unit}"
        said.append(f"- {line.measure.label}: {figure}{of}{unit}{share}.")
    return (*said, ToWrite("nhiệm vụ chính trị, kinh tế - xã hội"))
