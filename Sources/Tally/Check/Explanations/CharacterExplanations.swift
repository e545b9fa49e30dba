// The long texts of what is said about characters: codes from 101 to 199.

extension Explanation {
  static let characters = [
    "N101": """
    Word processors and web pages put curly quotes for straight ones, long dashes for minus signs,
    signs such as the ≥ for two marks, and blanks that do not break. tally reads them as the plain
    marks and says so once. The answer is the one of the plain text.
    """,
    "T101": """
    A text stands between double quotes and ends on the line where it began, so that a forgotten
    quote cannot swallow the rest of a script. A quote inside a text is written twice: "".
    """,
    "T102": """
    tally reads UTF-8, which nearly every editor writes today. These bytes are something else, and
    guessing which letters they stand for could turn one county's name into another's. Save the
    file as UTF-8 and run it again.
    """,
    "T103": """
    Control characters cannot be seen, yet terminals obey them. They come in with a paste or from
    a damaged file, and no query needs one. Type the line again.
    """,
    "T104": """
    The language has few marks: ( ) , . | < <= > >= + - * / and double quotes around text. This
    one means nothing to tally, and to leave it out silently might change what was asked.
    """,
    "T105": """
    There is one way to write a text: in double quotes. Single quotes are SQL's, and here they
    would clash with names such as O'Brien County, IA.
    """,
    "T106": """
    A number is digits, with a point for a fraction and underscores to group them: 10_000 or 0.5.
    Short forms such as 10k are read in more than one way, so tally reads none of them.
    """,
    "T107": """
    A comma separates things: in a list, 1,922 would be the two numbers 1 and 922. Outside one it
    is how people write one number. tally will not choose; it groups digits with underscores.
    """,
    "T108": """
    A statement is at most 64 KiB long, a hundred times what people write. What is longer is as a
    rule an open bracket or quote that took in the statements below it.
    """,
    "T109": """
    A county's FIPS code is five digits, two for the state and three for the county, and begins
    with # so that it is no number: leading zeros count. #17031 is Cook County, Illinois.
    """,
    "T110": """
    A date has the form 2019-06 or 2019-06-21, and must be in the calendar: there is no month 13
    and no 30th of February. For a subtraction put blanks around the minus sign.
    """,
    "T111": """
    A name begins with a letter. An underscore alone is the last answer and _3 the third, and $
    stands before the name of a parameter, so neither can begin a name. Words of the language are
    no names either.
    """,
    "T112": """
    A block of expected rows is opened by << at the end of a line and closed by >> on a line of
    its own. Without its end the rest of the script would be taken for rows.
    """,
  ]
}
