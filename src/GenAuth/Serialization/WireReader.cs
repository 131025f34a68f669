using System.Text.Json;
using GenAuth.Drift;
using Newtonsoft.Json.Linq;
using JsonSerializationException = Newtonsoft.Json.JsonSerializationException;

namespace GenAuth.Serialization;

/// <summary>
/// Reads the types of the API from UTF-8, without reflection. The methods of a value read the one at the current token, with
/// <see langword="null"/> for JSON's null. A value that cannot be converted to the member's type costs that member only: it stays
/// unset, and its JSON is kept among the additional properties.
/// </summary>
/// <remarks>
/// Malformed JSON is an exception of <c>System.Text.Json</c>, which <see cref="WireError"/> translates where a document's reading
/// begins. Each token counts against the limits, because a few bytes of a body become a hundred times as much memory.
/// </remarks>
internal ref partial struct WireReader
{
    /// <summary>How many tokens are read between two looks at the cancellation token; a power of two.</summary>
    private const int TokensBetweenChecks = 1024;

    // One level more than the limit, so that the excess differs from malformed JSON.
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = GenAuthJson.MaxDepth + 1,
    };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly DriftWatch? _drift;
    private readonly ReadLimits _limits;
    private Utf8JsonReader _json;
    private int _tokens;
    private int _valuesLeft;

    /// <summary>The JSON of the value that was read last, if it is of another type than the documented one.</summary>
    private JToken? _unread;

    /// <summary>Whether a value of another type fails the reading.</summary>
    private bool _mustRead;

    /// <summary>How many models are being read, one in the other. Only the outermost one can be the envelope of the response.</summary>
    private int _level;

    /// <summary>Whether any member was unread so far, so that a second value of the same member is looked for.</summary>
    private bool _hasUnread;

    /// <summary>Whether the current member's name is written as the document writes it, upper and lower case included.</summary>
    private bool _isExact;

    // Whether an outcome other than 200 was read. The member alone does not tell: 0 is also its value before it is read.
    private bool _isRefused;

    /// <param name="json">One document, without a byte order mark.</param>
    /// <param name="drift">Collects how it differs from the API document.</param>
    /// <param name="limits">Bounds the reading.</param>
    public WireReader(ReadOnlySpan<byte> json, SchemaDriftRecorder? drift = null, ReadLimits limits = default)
    {
        _bytes = json;
        _json = new Utf8JsonReader(json, Options);
        _drift = drift is null ? null : new DriftWatch(drift);
        _limits = limits;
        _valuesLeft = limits.MaxValues > 0 ? limits.MaxValues : int.MaxValue;
    }

    /// <summary>Whether differences from the document are collected.</summary>
    public readonly bool IsWatched => _drift is not null;

    public readonly JsonTokenType TokenType => _json.TokenType;

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    private readonly bool IsEmptyText => _json.TokenType == JsonTokenType.String && _json.ValueSpan.IsEmpty;

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="ReadLimitException">The document passes a limit.</exception>
    public JsonTokenType Advance()
    {
        if ((_tokens++ & (TokensBetweenChecks - 1)) == 0)
        {
            _limits.CancellationToken.ThrowIfCancellationRequested();
        }

        if (!_json.Read())
        {
            throw WireError.NotJson();
        }

        var token = _json.TokenType;
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (_json.CurrentDepth >= GenAuthJson.MaxDepth)
            {
                throw ReadLimitException.Depth(GenAuthJson.MaxDepth);
            }

            CountValue();
        }
        else if (token >= JsonTokenType.String)
        {
            CountValue();
        }

        return token;
    }

    /// <summary>Moves to the end of the value at the current token.</summary>
    public void Skip()
    {
        if (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var depth = _json.CurrentDepth;
            do
            {
                Advance();
            }
            while (_json.CurrentDepth > depth);
        }
    }

    /// <summary>Checks that nothing but white space and comments follows: text after the document means that it is not what it seems.</summary>
    public void End()
    {
        if (_json.Read())
        {
            throw WireError.NotJson();
        }
    }

    /// <summary>The name at the current token.</summary>
    public readonly string Name() => _json.ValueIsEscaped ? WireText.Decode(_json.ValueSpan, isEscaped: true) : CommonTexts.Get(_json.ValueSpan);

    /// <summary>The value at the current token as compact JSON.</summary>
    public string Raw() => Load().ToString(Newtonsoft.Json.Formatting.None);

    /// <summary>The exception for a value of another type than the documented one.</summary>
    private readonly JsonSerializationException WrongType(string expected)
    {
        var position = (int)_json.BytesConsumed;
        var (line, column) = WirePosition.Find(_bytes, position);
        return new($"Expected {expected} but found {_json.TokenType}.", WirePosition.PathOf(_bytes, position, Options), line, column, null);
    }

    private void CountValue()
    {
        if (_valuesLeft-- == 0)
        {
            throw ReadLimitException.Values(_limits.MaxValues);
        }
    }

    private JToken Load()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JObject();
                while (Advance() != JsonTokenType.EndObject)
                {
                    var name = Name();
                    Advance();
                    members[name] = Load();
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new JArray();
                while (Advance() != JsonTokenType.EndArray)
                {
                    items.Add(Load());
                }

                return items;
            case JsonTokenType.String:
                return new JValue(WireText.Decode(_json.ValueSpan, _json.ValueIsEscaped));
            case JsonTokenType.Number:
                return WireNumber.ToToken(_json.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return new JValue(_json.TokenType == JsonTokenType.True);
            default:
                return JValue.CreateNull();
        }
    }
}
