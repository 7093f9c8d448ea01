// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "dedupe",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NearDuplicates", targets: ["NearDuplicates"]),
    .executable(name: "dedupe", targets: ["dedupe"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CXXHash",
      pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CZstd",
      pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .target(name: "CKernels", dependencies: ["CXXHash"]),
    .target(
      name: "NearDuplicates",
      dependencies: [
        "CKernels", "CXXHash", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(name: "DedupeFormats", dependencies: ["CKernels", "NearDuplicates"]),
    .target(name: "DedupeIndex", dependencies: ["NearDuplicates", "CXXHash", "CZstd"]),
    .target(name: "DedupeEvaluation", dependencies: ["NearDuplicates"]),
    .executableTarget(
      name: "dedupe",
      dependencies: [
        "NearDuplicates", "DedupeFormats", "DedupeIndex", "DedupeEvaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "NearDuplicatesTests", dependencies: ["NearDuplicates"]),
    .testTarget(name: "DedupeFormatsTests", dependencies: ["DedupeFormats"]),
    .testTarget(name: "DedupeIndexTests", dependencies: ["DedupeIndex"]),
    .testTarget(
      name: "DedupeEvaluationTests", dependencies: ["DedupeEvaluation", "NearDuplicates"]),
    .testTarget(name: "DedupeToolTests", dependencies: ["dedupe"]),
  ],
  swiftLanguageModes: [.v6]
)

// Warnings are errors in debug only: a release build must not break where a newer compiler warns
// of something new.
for target in package.targets where target.type != .system {
  target.swiftSettings = [.treatAllWarnings(as: .error, .when(configuration: .debug))]
}
