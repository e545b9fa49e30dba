// Plurals, and numbers that are written as words.

import Testing

@testable import Tally

@Suite struct WordTests {
  @Test(arguments: [
    ("visits", "visit"), ("branches", "branch"), ("agencies", "agency"), ("boxes", "box"),
    ("wishes", "wish"), ("addresses", "address"), ("houses", "house"), ("staff", "staff"),
    ("status", "status"), ("press", "press"), ("basis", "basis"), ("s", "s"),
  ]) func oneOfManyIsNamed(_ many: String, _ one: String) {
    #expect(EnglishNoun.singular(of: many) == one)
  }

  @Test func smallNumbersHaveDigits() {
    #expect(NumberWords.digits("two") == "2")
    #expect(NumberWords.digits("Twelve") == "12")
    #expect(NumberWords.digits("twenty") == nil)
  }
}
