using System.Text.RegularExpressions;

namespace GenAuth.Build.Lint;

/// <summary>
/// Exceptions from the rules, in a file beside the document. A line has the form <c>CODE place: reason</c>. The place is that of
/// the message or the name of a member alone; a star matches any text.
/// </summary>
internal sealed class LintExceptions
{
    public const string FileName = "lint-exceptions.txt";

    private static readonly Regex Form = new(@"^(GENAUTH1\d\d) (\S.*?): (\S.*)\z");

    private readonly List<LintException> _exceptions = [];
    private readonly List<(int Line, string Message)> _malformed = [];

    /// <summary>Parses the lines of a file.</summary>
    public LintExceptions(IEnumerable<string> lines)
    {
        var codes = new HashSet<string>(LintRules.All.Select(rule => rule.Code));
        foreach (var (text, number) in lines.Select((text, index) => (text, index + 1)).Where(line => line.text.Length > 0 && line.text[0] != '#'))
        {
            var match = Form.Match(text);
            if (!match.Success || !codes.Contains(match.Groups[1].Value))
            {
                _malformed.Add((number, $"'{text}' is not an exception. Write the code of a rule, a place and the reason: GENAUTH113 lon: a longitude has a fraction."));
            }
            else
            {
                _exceptions.Add(new LintException(match.Groups[1].Value, match.Groups[2].Value, number));
            }
        }
    }

    /// <summary>Malformed lines, and exceptions that cover no finding.</summary>
    public IReadOnlyList<(int Line, string Message)> Faults =>
    [
        .. _malformed.Concat(_exceptions.Where(exception => !exception.IsUsed)
            .Select(exception => (exception.Line, $"Nothing breaks the rule {exception.Code} at '{exception.Place}'. Delete the exception, or correct its place.")))
            .OrderBy(fault => fault.Item1),
    ];

    public static LintExceptions Read(string file) => new(File.Exists(file) ? File.ReadLines(file) : []);

    /// <summary>Whether an exception covers a finding.</summary>
    public bool Cover(string code, Finding finding)
    {
        var covering = _exceptions.Where(exception => exception.Code == code && exception.Covers(finding)).ToList();
        covering.ForEach(exception => exception.IsUsed = true);
        return covering.Count != 0;
    }

    private sealed class LintException(string code, string place, int line)
    {
        private readonly Regex _place = new($@"^{string.Join(".*", place.Split('*').Select(Regex.Escape))}\z", RegexOptions.CultureInvariant);

        public string Code => code;

        public string Place => place;

        public int Line => line;

        public bool IsUsed { get; set; }

        public bool Covers(Finding finding) => _place.IsMatch(finding.Place) || (finding.Name is not null && _place.IsMatch(finding.Name));
    }
}
