namespace GenAuth.Http;

/// <summary>Where an operation takes its place in the list.</summary>
/// <param name="Place">In the query or in the body.</param>
/// <param name="Position">The parameter, or the dotted path of the member, that says where to go on.</param>
internal readonly record struct PageSettings(PagePlace Place, string Position);
