"""What the database refuses of meetings."""

from lantoa.records.record.guards import guards_of

GUARDS = guards_of(
    "meetings_meeting",
    [
        "sort",
        "mode",
        "topic",
        "events",
        "event_word",
        "attendance_word",
        "members_present",
        "guests_present",
        "nonmembers_present",
        "unseparated_present",
        "members_invited",
        "members_exempt",
        "absent_excused",
        "absent_unexcused",
    ],
)
