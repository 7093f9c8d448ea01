import ArgumentParser

@main
struct Dedupe: ParsableCommand {}
