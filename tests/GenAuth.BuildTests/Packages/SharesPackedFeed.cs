namespace GenAuth.BuildTests.Packages;

/// <summary>The tests of the packages take turns, because packing takes longer than all of them.</summary>
[CollectionDefinition(PackedFeed.Collection)]
public sealed class SharesPackedFeed : ICollectionFixture<PackedFeed>;
