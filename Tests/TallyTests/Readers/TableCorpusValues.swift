// The same for cells: numbers, words for unknown, dates, and what a schema declares.

import Tally

extension TableCorpus {
  /// Numbers and what only looks like them.
  static let numbers: [OddFile] = [
    OddFile("signs and exponents", "a,b\n-5,x\n+7,y\n1e3,z\n", "nt", ["-5|x", "7|y", "1000|z"]),
    OddFile("fractions", "a,b\n0.5,x\n.25,y\n-1.75,z\n", "nt", ["0.5|x", "0.25|y", "-1.75|z"]),
    OddFile("blanks around numbers", "a,b\n 5 ,x\n6,y\n", "nt", ["5|x", "6|y"]),
    OddFile(
      "commas between thousands", "a,b\n\"1,234\",x\n\"12,345,678\",y\n9,z\n", "nt",
      ["1234|x", "12345678|y", "9|z"]),
    OddFile(
      "commas between thousands, points before fractions", "a\tb\n1,234.5\tx\n7\ty\n", "nt",
      ["1234.5|x", "7|y"]),
    OddFile("decimal commas", "a;b\n1,5;x\n2,25;y\n", "nt", ["1.5|x", "2.25|y"]),
    OddFile(
      "points between thousands, commas before fractions", "a;b\n1.234,5;x\n2.000;y\n", "nt",
      ["1234.5|x", "2000|y"]),
    OddFile(
      "a comma that can mean two things", "a;b\n1,234;x\n5,678;y\n", "tt", ["1,234|x", "5,678|y"]),
    OddFile(
      "the same where a user says it is decimal", "a;b\n1,234;x\n5,678;y\n", "nt",
      ["1.234|x", "5.678|y"], comma: true),
    OddFile(
      "both marks before fractions", "a;b\n1,5;x\n2.5;y\n", "tt", ["1,5|x", "2.5|y"]),
    OddFile(
      "a point that can mean two things in a file of decimal commas", "a;b\n1,5;1.234\n2,5;5.678\n",
      "nt", ["1.5|1.234", "2.5|5.678"]),
    OddFile("badly grouped", "a;b\n1,23,4;x\n", "tt", ["1,23,4|x"]),
    OddFile("leading zeros are codes", "fips,n\n01001,5\n48201,6\n", "tn", ["01001|5", "48201|6"]),
    OddFile(
      "more digits than a number holds", "id,n\n12345678901234567,1\n", "tn",
      ["12345678901234567|1"]),
    OddFile("dollars are text", "a,b\n$5,1\n$6,2\n", "tn", ["$5|1", "$6|2"]),
    OddFile("one and zero stay numbers", "a,b\n1,x\n0,y\n", "nt", ["1|x", "0|y"]),
    OddFile("minus zero is zero", "a,b\n-0,x\n-0.0,y\n", "nt", ["0|x", "0|y"]),
  ]

  /// Words for unknown, answers and text.
  static let words: [OddFile] = [
    OddFile(
      "words for unknown among numbers", "a,b\n1,x\nNA,y\n#N/A,z\nNA,w\n,v\n", "nt",
      ["1|x", "?|y", "?|z", "?|w", "?|v"], unknown: ["NA": 2, "#N/A": 1], empty: 1),
    OddFile(
      "a padded hyphen among numbers", "a,b\n1,x\n  -  ,y\n", "nt", ["1|x", "?|y"],
      unknown: ["  -  ": 1]),
    OddFile("the same word among texts is a word", "a,b\nNA,1\nx,2\n", "tn", ["NA|1", "x|2"]),
    OddFile(
      "a declared word among texts", "a,b\nNA,1\nx,2\n", "tn", ["?|1", "x|2"],
      unknown: ["NA": 1], words: ["NA"]),
    OddFile("a word among numbers", "a,b\n1,x\nnone,y\n", "tt", ["1|x", "none|y"]),
    OddFile("a column without a value", "a,b\n1,\n2,\n", "nt", ["1|?", "2|?"], empty: 2),
    OddFile(
      "answers in any letters", "a,b\nYes,1\nNO,2\nunknown,3\n,4\n", "an",
      ["yes|1", "no|2", "?|3", "?|4"], unknown: ["unknown": 1], empty: 1),
    OddFile("true and false", "a,b\nTRUE,1\nfalse,2\n", "an", ["yes|1", "no|2"]),
    OddFile("y and n", "a,b\ny,1\nN,2\n", "an", ["yes|1", "no|2"]),
    OddFile("n alone may be north", "a,b\nN,1\nN,2\n", "tn", ["N|1", "N|2"]),
    OddFile(
      "blanks are part of a text", "a,b\nCounty,1\nCounty ,2\n", "tn", ["County|1", "County |2"]),
  ]

  /// Dates.
  static let dates: [OddFile] = [
    OddFile(
      "days and months", "a,b\n2019-06-21,1\n2019-07,2\n", "dn",
      ["2019-06-21|1", "2019-07-01/2019-07-31|2"]),
    OddFile(
      "month first", "a,b\n6/21/2019,1\n7/4/2019,2\n", "dn", ["2019-06-21|1", "2019-07-04|2"]),
    OddFile("day first", "a,b\n21/6/2019,1\n4/7/2019,2\n", "dn", ["2019-06-21|1", "2019-07-04|2"]),
    OddFile(
      "either order", "a,b\n6/7/2019,1\n7/4/2019,2\n", "tn", ["6/7/2019|1", "7/4/2019|2"],
      notes: ["a is text: could be dates"]),
    OddFile(
      "both orders", "a,b\n6/21/2019,1\n21/6/2019,2\n", "tn", ["6/21/2019|1", "21/6/2019|2"]),
    OddFile("no such day", "a,b\n2019-02-30,1\n", "tn", ["2019-02-30|1"]),
    OddFile("midnight", "a,b\n2019-06-21 00:00:00,1\n", "dn", ["2019-06-21|1"]),
    OddFile("a time of day", "a,b\n2019-06-21 08:30,1\n", "tn", ["2019-06-21 08:30|1"]),
    OddFile(
      "a word for unknown among dates", "a,b\n2019-06-21,1\nn/a,2\n", "dn",
      ["2019-06-21|1", "?|2"],
      unknown: ["n/a": 1]),
  ]

  /// Declared columns.
  static let schemas: [OddFile] = [
    OddFile(
      "a cell that is no number", "a,b\n1,x\ntwo,y\n3,z\n", "nt", ["1|x", "3|z"],
      problems: [(3, 8, "\"two\" is no number.")],
      schema: TableSchema(fields: [TableField("a", .number), TableField("b", .string)])),
    OddFile(
      "a cell that is not whole", "a,b\n1,x\n2.5,y\n", "nt", ["1|x"],
      problems: [(3, 8, "\"2.5\" is no whole number.")],
      schema: TableSchema(fields: [TableField("a", .integer)])),
    OddFile(
      "numbers declared as text", "a,b\n1,x\n2,y\n", "tt", ["1|x", "2|y"],
      schema: TableSchema(fields: [TableField("a", .string)])),
    OddFile(
      "a word of no closed list", "a,b\nred,1\nblue,2\npink,3\n", "cn", ["red|1", "blue|2"],
      problems: [(4, 17, "\"pink\" is not one of the declared words.")],
      schema: TableSchema(fields: [TableField("a", .string, words: ["blue", "red"])])),
    OddFile(
      "a value that must be there", "a,b\n1,x\n,y\n", "nt", ["1|x"],
      problems: [(3, 8, "The value is unknown, but one is required.")],
      schema: TableSchema(fields: [TableField("a", .number, isRequired: true)])),
    OddFile(
      "ones and zeros as answers", "a,b\n1,x\n0,y\n", "at", ["yes|x", "no|y"],
      schema: TableSchema(fields: [TableField("a", .boolean)])),
    OddFile(
      "dates of a declared order", "a,b\n6/7/2019,x\n", "dt", ["2019-07-06|x"],
      schema: TableSchema(fields: [TableField("a", .date, format: "%d/%m/%Y")])),
    OddFile(
      "words for unknown of one column", "a,b\n-9,1\n5,-9\n", "nn", ["?|1", "5|-9"],
      unknown: ["-9": 1],
      schema: TableSchema(fields: [
        TableField("a", .number, missingValues: ["-9"]), TableField("b", .number),
      ])),
  ]
}
