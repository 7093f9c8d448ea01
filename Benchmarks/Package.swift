// swift-tools-version: 6.2

// Benchmarks of dedupe. `Sources` links to the modules that are measured, so that they and their
// benchmarks are one package to the compiler and the benchmarks may call what is `package` there.
// As a dependency, `path: ".."`, only the public side could be called, and tokens and sketches by
// the thousand are not made on that side.

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CXXHash",
      pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .target(name: "CKernels", dependencies: ["CXXHash"]),
    .target(
      name: "NearDuplicates",
      dependencies: ["CKernels", "CXXHash", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "DedupeFormats", dependencies: ["CKernels", "NearDuplicates"]),
    .target(name: "Texts", dependencies: ["NearDuplicates", "DedupeFormats"]),
    .executableTarget(
      name: "kernels",
      dependencies: [
        "NearDuplicates", "DedupeFormats", "Texts",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ]),
    .executableTarget(name: "sketch-texts", dependencies: ["NearDuplicates", "DedupeFormats", "Texts"]),
  ],
  swiftLanguageModes: [.v6]
)
