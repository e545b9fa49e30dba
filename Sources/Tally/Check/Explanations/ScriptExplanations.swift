// The long texts of what is said about names that scripts give: N301, and codes from 320 to 329.

extension Explanation {
  static let scripts = [
    "N301": """
    The name was defined before and means something else from here on. What was asked above this
    line keeps its answer.
    """,
    "T320": """
    A word behind $ is the name of a parameter, and none of this name has a value. A parameter
    gets its value from "param year = 2019" above it, or from --set year=2019 on the command line.
    """,
    "T321": """
    _ stands for the last answer and _3 for the third. There is no such answer in this
    conversation or script.
    """,
    "T322": """
    An earlier answer can be used as a set where it counted or listed things. A share, a sum or a
    table is a number or several, and has no members.
    """,
    "T323": """
    The name means something already: a field, a list of things, a function or a word of the
    language. If it could mean two things, nobody could tell from a question what was asked.
    """,
    "T324": """
    A definition with values in brackets, such as big(n), is used with as many values as it has
    names for. A named set takes none: its conditions can use a parameter instead.
    """,
    "T325": """
    The name was given to a condition or to a value of things, not to a set of them. It is asked
    with where; a set is defined with "define … as counties where …".
    """,
    "T326": """
    The file that is included could not be read, or there is a mistake in it. Its place is in the
    message. A path is read from the folder of the file that includes it.
    """,
    "T327": """
    Files that include each other in a circle would never come to an end, and more than 16 within
    each other are taken for such a circle.
    """,
    "T328": """
    A file that is included gives names: define, param and include may stand in it. A question in
    it would be answered each time that somebody includes it, unasked.
    """,
    "T329": """
    A name stands for what it was defined as. Written out where it stands here, the sentence is
    none: the name of a value may stand where a set belongs, say.
    """,
  ]
}
