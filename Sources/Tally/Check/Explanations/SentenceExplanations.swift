// The long texts of what is said about the form of a sentence: codes from 201 to 299.

extension Explanation {
  static let sentences = [
    "T201": """
    Every sentence begins with its verb, for "counties where detainers" could ask for a number or
    for the names: count gives how many, list gives which. The other verbs are in :help.
    """,
    "T202": """
    The word order is fixed: verb, things, conditions, grouping, then stages after bars. A word
    stands here that fits none of these places, or one that must stand here is missing. The
    message lists what could follow what was read so far.
    """,
    "T203": """
    A share is a part of a whole, so it needs both: where says which part, among says of what. In
    "share of counties where detainers" the condition could belong to either.
    """,
    "T204": """
    Brackets go at most 256 deep, and a statement has at most 256 filters, operators and stages,
    so that no text can exhaust the program. A long chain of "or" is shorter as a list:
    state in (TX, CA). What is longer still can be several statements.
    """,
    "T205": """
    A bracket was opened and the sentence ended before it was closed. tally does not guess where
    it closes, for that decides what a condition belongs to.
    """,
    "T207": """
    The word or mark is one of SQL or another language. tally knows the common ones in order to
    name its own way of saying it, and rewrites the whole sentence where it can. It does not read
    them as SQL would: SQL drops rows whose answer is missing, and tally counts them as unknown.
    """,
    "T208": """
    A count of rows is a whole number. A fraction of a row is a slip of the pen, and rounding it
    would answer another question.
    """,
    "T210": """
    "known only" takes the rows whose condition is not known out of the question itself. After
    sort or take it would have to guess which rows those stages would then have chosen, so it
    comes first after the query.
    """,
    "T211": """
    Without brackets people read "a or b and c" in two ways, and the two give different numbers.
    Most languages pick one silently. Put brackets around the words that belong together.
    """,
    "T212": """
    As with "and" and "or": union, intersect and minus in one row can be read from the left or by
    rank, and the sets differ. Brackets say which is meant.
    """,
    "T213": """
    across sets values side by side as columns. For dates it says so with the word years, since a
    number alone could be a value of some field: across years 2019, latest.
    """,
    "T214": """
    expect holds the answer above it to what the script says. Here no question stands above, so
    there is nothing to hold to it.
    """,
    "T290": """
    sql writes a statement that gives the same numbers over the exported package, or nothing: a
    package is of one day, and has rows and no cards, pictures or published totals. The message says
    what stands in the way; without the word sql tally answers the question itself.
    """,
  ]
}
