using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Decisions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// Brings the project's document up to what the service says: first what both have, so that the enums are complete; then what
/// is new, then the decisions, at last what the service no longer has.
/// </summary>
internal sealed class Importer
{
    private readonly Project _project;
    private readonly PublishedApi _api;
    private readonly Deviations _deviations;
    private readonly Queue<Action> _later = new();
    private readonly Removals _removals;
    private readonly EnumMerge _enums;
    private readonly MemberMerge _members;
    private readonly OperationMerge _operations;
    private readonly NewOperation _newOperations;
    private readonly PlaceholderText _texts;
    private readonly DecisionApplier _decisions;

    public Importer(Project project, PublishedApi api, Deviations deviations, DecisionFile decisions, bool remove)
    {
        (_project, _api, _deviations) = (project, api, deviations);
        var vocabulary = new Vocabulary(project);
        _texts = new(Report);
        var names = new TypeNames(project, Report);
        var sensitive = new SensitiveRule(vocabulary, project, Report);
        var enumRule = new EnumRule(project, vocabulary, names, _texts, Report);
        var newSchemas = new NewSchema(project, api.Schemas, vocabulary, names, sensitive, _texts, Report);
        var newTypes = new NewType(project, api.Schemas, new(vocabulary, Report), enumRule, newSchemas, Report);
        var newParameters = new NewParameter(newTypes, sensitive, _texts);
        _newOperations = new(new(project, api, _texts, Report), new(project, Report), newTypes, newParameters, new(project, Report), _texts, Report);

        _removals = new(remove, deviations, decisions, Report);
        _decisions = new(project, decisions, _removals, Report);
        _enums = new(project, api.Schemas, enumRule, _removals, Report);
        var types = new TypeMerge(project, api.Schemas, deviations, _enums, newTypes, _later, Report);
        _members = new(project, api.Schemas, deviations, types, newSchemas, newTypes, _removals, _later, Report);
        types.MergeMembers = _members.Merge;
        _operations = new(
            project,
            types,
            new(project, api.Schemas, deviations, types, newParameters, _removals, _later, Report),
            new(project, api.Schemas, deviations, types, _newOperations, _removals, _later, Report),
            Report);
    }

    public ImportReport Report { get; } = new();

    public void Run()
    {
        var removals = new RemovalSearch(_project, _api, _removals, Report);
        foreach (var (key, own) in _project.Operations)
        {
            if (_api.Operations.TryGetValue(key, out var theirs))
            {
                _operations.Merge(own, theirs);
            }
        }

        _members.MergeAll();
        _enums.Apply();
        while (_later.TryDequeue(out var addition))
        {
            addition();
        }

        AddOperations();
        removals.FindOperations();
        _decisions.Apply();
        _removals.Apply();
        removals.FindUnusedTypes();
        _removals.Apply();
        _texts.AskForAll(new DocumentPlaces(_project));
    }

    private void AddOperations()
    {
        foreach (var published in _api.All)
        {
            var (key, place) = (published.Operation.Key(), $"{_api.ClientOf(published)}_{published.Operation.Method()}");
            if (_api.Operations[key] != published)
            {
                LeaveOutOfTwo(published, place);
            }
            else if (!_project.Operations.ContainsKey(key) && !_deviations.LeavesOut(place))
            {
                Add(published);
            }
        }
    }

    private void Add(PublishedOperation published)
    {
        var verb = published.Operation.Verb.Name;
        if (published.IsHidden)
        {
            Report.Note(published.Operation.Route, "is hidden by the service, and left out");
        }
        else if (!DocumentOrder.Verbs.Contains(verb))
        {
            Report.Ask(Question.Differs, published.Operation.Route, $"no operation of the project uses {verb}", "left out; describe it by hand if the transport can send it");
        }
        else
        {
            foreach (var place in published.LeftOut)
            {
                Report.Note(published.Operation.Route, $"{place} is left to the transport");
            }

            var paths = (JObject)_project.Document.Root["paths"]!;
            var made = _newOperations.Create(published);
            if (paths[published.Operation.Path.Name] is not JObject path)
            {
                paths[published.Operation.Path.Name] = path = [];
            }

            path[verb] = made;
        }
    }

    private void LeaveOutOfTwo(PublishedOperation published, string place)
    {
        if (_deviations.LeavesOut(place) || _api.Operations[published.Operation.Key()].Source == published.Source)
        {
            return;
        }

        Report.Ask(Question.Differs, place, $"{published.Operation.Route} is of both clients, and OpenAPI has it once", "left out; write it by hand beside ManagementClient.Shared.cs, and add a row to DEVIATIONS.md");
    }
}
