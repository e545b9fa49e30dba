// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tally", path: "../..")],
  targets: ["Measure", "Soak"].map { program in
    .executableTarget(
      name: program,
      dependencies: [
        .product(name: "Tally", package: "tally"),
        .product(name: "EnforcementData", package: "tally"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  },
  swiftLanguageModes: [.v6]
)
