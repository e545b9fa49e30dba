// The long texts of what is said about dates and about queries that were stopped: from 501 on.

extension Explanation {
  static let dates = [
    "T501": """
    The list was first published on a later day. What it would have said before is not in the
    record, and an empty list would read as "there were none".
    """,
    "N501": """
    A period means its last day. This one goes on after the record's newest day, so the answer is
    as of that newest day, and says so.
    """,
    "T502": """
    The record ends before this date. tally does not carry today's answers into the future.
    """,
    "T503": """
    Each row says for itself from when, and often until when, it holds. A date on such rows could
    mean those begun by then or those in force then, which are different numbers. Say which with a
    condition on the dates.
    """,
    "N502": """
    A date was set for all questions (:asof, or --as-of), and these rows carry dates of their own,
    to which it could mean two things. It was not applied; the answer is about all the rows.
    """,
    "T504": """
    One question has one date, for the things asked about and for all that is linked to them.
    Counties of one year with agreements of another would be a number about no moment. To see
    several dates side by side say across years.
    """,
    "T505": """
    What was given as the date of all questions is no period. A period is a year, a month such as
    2025-07, a day, a fiscal year such as fy2018, or latest.
    """,
    "T506": """
    Across years each column is the answer of another date, so a stage would have to choose by
    which of them to sort, cut or keep. Ask for one date and put the stage there.
    """,
    "T507": """
    A date is written from the year down: 2019, 2019-05, 2019-05-21. Other forms are read
    differently in different countries: 5/6/2019 is in May or in June.
    """,
    "T508": """
    The file does not say of which day its rows are, so no date can be chosen among them: the same
    rows would stand under every date that is asked. Choose by a column of theirs, or ask of rows
    of the record too, which have dates.
    """,
    "T511": """
    The survey of that year was published as totals, not county by county. It has numbers for the
    whole, and nothing that could be listed, sorted or shown row by row. The record's own rows of
    that year are had with its last day, as of 2016-12-31.
    """,
    "T512": """
    Only some totals were published, and no bound for this one follows from them: not for a state,
    a group, or a field that the survey did not ask. The message lists what was published.
    """,
    "T513": """
    The published totals ask of other counties, by definitions of their own, and without rows they
    cannot be matched with anything. A sum or a comparison of the two would mix two things.
    """,
    "T514": """
    Of published totals only the shares of the whole are certain. For the share of a part both the
    part and those in it are only known within bounds; two counts with their bounds are what can
    truly be said.
    """,
    "T601": """
    The query was ended before it had its answer, by Ctrl-C or by the program that asked. No part
    of an answer is shown, for it could be mistaken for the whole.
    """,
    "T602": """
    A table of the dataset does not fit its description, so nothing that needs it can be answered.
    Other tables are not touched. This is a fault of the dataset, not of the query.
    """,
    "T603": """
    The program that asked set a limit for the rows of an answer, and this answer has more. It is
    not cut: a list that ends early would say that there is no more. The prompt has no such limit.
    """,
    "T604": """
    A program prepares one question at a time, and sets one value. Statements such as define and
    param belong to its session and are run there first; questions are prepared one by one.
    """,
    "T521": """
    A comparison goes from the earlier day to the later one, so that a plus means more. Turned
    round, every sign would be read wrongly.
    """,
    "T522": """
    Between the two days the meaning of the field, or the list of rows, changed, so the two
    numbers count different things and their difference means nothing. Each number by itself
    is still to be had.
    """,
    "T523": """
    Each side of a comparison is one answer. Several dates on each side would be a table of
    comparisons; ask for two days.
    """,
  ]
}
