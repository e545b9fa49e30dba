// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where `TALLY_STRICT` is set, as it is in `.ci/run`.
let warnings: [SwiftSetting] =
  Context.environment["TALLY_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let strict: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

let package = Package(
  name: "tally",
  // The first macOS with the locks of the standard library.
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Tally", targets: ["Tally"]),
    .library(name: "EnforcementData", targets: ["EnforcementData"]),
    .library(name: "TallyTesting", targets: ["TallyTesting"]),
    .executable(name: "tally", targets: ["TallyShell"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Rounding calls libm, which nothing else links for a program without Foundation.
    .target(
      name: "Tally", dependencies: ["CBlockMasks"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "CBlockMasks"),
    .target(name: "CDataset"),
    .target(name: "CArguments"),
    .target(name: "EnforcementData", dependencies: ["Tally", "CDataset"], swiftSettings: strict),
    .target(name: "TallyTesting", dependencies: ["Tally"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibedit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .executableTarget(
      name: "TallyShell",
      dependencies: [
        "Tally", "EnforcementData", "CArguments", "CLibedit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DatasetBuilder", dependencies: ["Tally", "EnforcementData"], swiftSettings: strict),
    .executableTarget(
      name: "Embedded", dependencies: ["Tally", "EnforcementData"], path: "Tests/Embedded",
      swiftSettings: strict),
    .target(name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .testTarget(
      name: "TallyTests", dependencies: ["Tally", "EnforcementData", "TallyTesting", "Embedded"],
      exclude: ["Docs/Recorded", "Docs/Scripts"],
      swiftSettings: strict),
    .testTarget(
      name: "TallyShellTests", dependencies: ["TallyShell", "Tally", "CPty"],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetBuilderTests", dependencies: ["DatasetBuilder", "EnforcementData", "Tally"],
      exclude: ["Fixture"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
