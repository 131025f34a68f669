namespace GenAuth.Pipeline.Content;

/// <summary>A body that states itself how it is sent.</summary>
internal interface IRequestBody
{
    /// <summary>Makes the content anew, because a content can be sent only once.</summary>
    /// <param name="isForOneSending">Whether a second sending of it fails.</param>
    HttpContent ToContent(bool isForOneSending = false);
}
