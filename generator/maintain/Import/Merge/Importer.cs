using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Decisions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// Updates the project's document from the published ones: first what both have, so that the enums are complete; then additions,
/// decisions and removals.
/// </summary>
internal sealed class Importer
{
    private readonly Project _project;
    private readonly PublishedApi _api;
    private readonly Deviations _deviations;
    private readonly Queue<Action> _additions = new();
    private readonly Removals _removals;
    private readonly EnumMerge _enums;
    private readonly MemberMerge _members;
    private readonly OperationMerge _operations;
    private readonly OperationFactory _operationFactory;
    private readonly PlaceholderText _texts;
    private readonly DecisionApplier _decisions;

    public Importer(Project project, PublishedApi api, Deviations deviations, DecisionFile decisions, bool remove)
    {
        (_project, _api, _deviations) = (project, api, deviations);
        var conventions = new ProjectConventions(project);
        _texts = new(Report);
        var names = new TypeNameRule(project, Report);
        var sensitive = new SensitiveRule(conventions, project, Report);
        var enumRule = new EnumRule(project, conventions, names, _texts, Report);
        var schemaFactory = new SchemaFactory(project, api.Schemas, conventions, names, sensitive, _texts, Report);
        var typeFactory = new TypeFactory(project, api.Schemas, new(conventions, Report), enumRule, schemaFactory, Report);
        var parameterFactory = new ParameterFactory(typeFactory, sensitive, _texts);
        _operationFactory = new(new(project, api, _texts, Report), new(project, Report), typeFactory, parameterFactory, new(project, Report), _texts, Report);

        _removals = new(remove, deviations, decisions, Report);
        _decisions = new(project, decisions, _removals, Report);
        _enums = new(project, api.Schemas, enumRule, _removals, Report);
        var types = new TypeMerge(project, api.Schemas, deviations, _enums, typeFactory, _additions, Report);
        _members = new(project, api.Schemas, deviations, types, schemaFactory, typeFactory, _removals, _additions, Report);
        types.MergeMembers = _members.Merge;
        _operations = new(
            project,
            deviations,
            types,
            new(project, api.Schemas, deviations, types, parameterFactory, _removals, _additions, Report),
            new(project, api.Schemas, deviations, types, _operationFactory, _removals, _additions, Report),
            Report);
    }

    public ImportReport Report { get; } = new();

    public void Run()
    {
        var removals = new RemovalSearch(_project, _api, _removals, Report);
        foreach (var (key, current) in _project.Operations)
        {
            if (_api.Operations.TryGetValue(key, out var published))
            {
                _operations.Merge(current, published);
            }
        }

        _members.MergeAll();
        _enums.Apply();
        while (_additions.TryDequeue(out var addition))
        {
            addition();
        }

        AddOperations();
        removals.FindOperations();
        _decisions.Apply();
        _removals.Apply();
        removals.FindUnusedTypes();
        _removals.Apply();
        _texts.ReportAll(new DocumentPlaces(_project));
    }

    private void AddOperations()
    {
        foreach (var published in _api.All)
        {
            var (key, place) = (published.Operation.Key(), $"{_api.ClientOf(published)}_{published.Operation.Method()}");
            if (_api.Operations[key] != published)
            {
                ReportSharedPath(published, place);
            }
            else if (!_project.Operations.ContainsKey(key) && !_deviations.Excludes(place))
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
            Report.AddNote(published.Operation.Route, "is hidden by the service and left out");
        }
        else if (!DocumentOrder.Verbs.Contains(verb))
        {
            Report.AddQuestion(QuestionKind.Differs, published.Operation.Route, $"no operation of the project uses {verb}", "left out; describe it by hand if the HTTP pipeline can send it");
        }
        else
        {
            foreach (var place in published.UnsupportedParameters)
            {
                Report.AddNote(published.Operation.Route, $"{place} is not a parameter: the HTTP pipeline sets it");
            }

            var paths = (JObject)_project.Document.Root["paths"]!;
            var operation = _operationFactory.Create(published);
            if (paths[published.Operation.Path.Name] is not JObject path)
            {
                paths[published.Operation.Path.Name] = path = [];
            }

            path[verb] = operation;
        }
    }

    private void ReportSharedPath(PublishedOperation published, string place)
    {
        if (_deviations.Excludes(place) || _api.Operations[published.Operation.Key()].Source == published.Source)
        {
            return;
        }

        Report.AddQuestion(QuestionKind.Differs, place, $"{published.Operation.Route} is published for both clients, and OpenAPI allows it once", "left out; write it by hand beside ManagementClient.Shared.cs, and add a row to DEVIATIONS.md");
    }
}
