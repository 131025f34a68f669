namespace GenAuth.Http;

/// <summary>Where an operation takes its place in the list.</summary>
/// <remarks>
/// <para>Style <c>page</c>: the position is the number of the page, counted from 1. The list ends when the total of the latest
/// response is reached, or with an empty page, even if the total is larger. A page that is equal to the one before it is
/// followed by one more request, for a page far behind the last one. If that is empty, the service counts pages, and equal
/// pages are legal. If it is the same page again, the list ends, with an exception if the total says that items are missing.
/// More than 100 known pages in a row cause the same request, and an exception unless its page is empty.</para>
/// <para>Style <c>scroll</c>: the position is the mark that the response before gave. The list ends with a response without a
/// mark, or with an empty page, whatever mark it gives. A page that was received before with the same next mark, and more than
/// 100 known pages in a row, are an exception.</para>
/// </remarks>
/// <param name="Place">In the query or in the body.</param>
/// <param name="Position">The parameter, or the dotted path of the member, that says where to go on.</param>
internal readonly record struct PageSettings(PagePlace Place, string Position);
