namespace GenAuth.Serialization;

/// <summary>Reads an extensible enum where its type is a parameter.</summary>
internal interface IEnumReader<T>
    where T : struct
{
    /// <summary>The value at the reader's token; it is not that of the instance, which only stands for the type.</summary>
    T? FromJson(ref WireReader reader);
}
