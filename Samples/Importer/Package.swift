// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Importer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tally", path: "../..")],
  targets: [
    .target(name: "Importer", dependencies: [.product(name: "Tally", package: "tally")]),
    .testTarget(
      name: "ImporterTests",
      dependencies: ["Importer", .product(name: "TallyTesting", package: "tally")],
      exclude: ["Scripts", "Recorded"]),
  ]
)
