// Every code has its sentence: the wrong one earns it, the right one does not.

import EnforcementData
import Foundation
import Tally
import Testing

@Suite struct DiagnosticCodesTests {
  @Test(arguments: DiagnosticCode.all.filter { $0.wrong != nil })
  func wrongEarnsTheCodeAndRightDoesNot(_ code: DiagnosticCode) throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let wrong = try #require(code.wrong)
    let right = try #require(code.right)
    #expect(session.check(Source(wrong)).map(\.code) == [code.name], "\(wrong)")
    #expect(session.check(Source(right)).map(\.code) == [], "\(right)")
  }

  @Test func theListHoldsEveryCodeOfTheSources() throws {
    let pattern = try Regex("\"([TNW][0-9]{3})\"")
    let made = try PackageRoot.files(under: "Sources/Tally")
      .filter { !$0.path.hasSuffix("DiagnosticCodes.swift") && !$0.path.contains("/Explanations/") }
      .flatMap { file in file.text.matches(of: pattern).compactMap { $0.output[1].substring } }
    let listed = DiagnosticCode.all.map(\.name)
    #expect(Set(made.map(String.init)) == Set(listed))
    #expect(Set(listed).count == listed.count)
  }
}
