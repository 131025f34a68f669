using GenAuth.Build.Api;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Refuses C# names that are no identifier, or that something else has already.</summary>
internal sealed class NameCheck(ApiModel model, DocumentErrors errors)
{
    private const string Given = "x-csharp-name";
    private const string Getter = "get_";
    private const string OfObject = "every object";
    private const string OfEveryEnum = "every enum";

    /// <summary>What the generated code of types names without its namespace, or its namespaces begin with.</summary>
    private static readonly Dictionary<string, string> ReservedTypes = new[]
    {
        "ExtensibleEnumJsonConverter", "ExtensibleObject", "ExtensibleObjectJsonConverter", "FileUpload", "GenAuth", "IApiResponse", "IEnumReader", "IExtensibleEnum", "LazyJson",
        "Newtonsoft", "NewtonsoftEnumConverter", "NewtonsoftInstantConverter", "RequestOptions", "System", "WireReader", "WireWriter",
    }.ToDictionary(name => name, _ => "the library");

    /// <summary>The classes of options that are written by hand.</summary>
    private static readonly Dictionary<string, string> ReservedOptions =
        new[] { "AuthenticationClientOptions", "GenAuthClientOptions", "ManagementClientOptions", "RequestOptions", "RetryOptions", "TlsOptions" }.ToDictionary(name => name, _ => "the library");

    private static readonly string[] MembersOfObjects = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly Dictionary<string, string> ReservedMembers = MembersOfObjects.Concat(
    [
        "AddNull", "AdditionalProperties", "Find", "Forget", "HasUnknownMembers", "IsNull", "Keeps", "NullMembers", "Nulls", "OnRead", "PropertyNameOf", "ReadDeclared", "SetNull",
        "ShallowCopy", "UnknownMembers", "WithNullsAsUnknown", "WriteDeclared", "WriteUnknown",
    ]).ToDictionary(name => name, _ => OfObject);

    private static readonly Dictionary<string, string> ReservedOptionMembers = MembersOfObjects.ToDictionary(name => name, _ => OfObject);

    /// <summary>The members of every enum that the document does not name.</summary>
    public static IReadOnlyList<string> MembersOfEnums { get; } =
        ["Equals", "Finalize", "FromJson", "GetHashCode", "GetType", "IsKnown", "MemberwiseClone", "ReferenceEquals", "ToString", "Value", "WireText"];

    /// <summary>The same of an enum of integers.</summary>
    public static IReadOnlyList<string> MembersOfNumbers { get; } = [.. MembersOfEnums, "Description", "Name", "Remedy"];

    private static readonly string[] Operators = ["op_Equality", "op_Implicit", "op_Inequality"];

    private static readonly Dictionary<string, string> ReservedTexts = WithHiddenNames(MembersOfEnums, OfEveryEnum);

    private static readonly Dictionary<string, string> ReservedNumbers = WithHiddenNames(MembersOfNumbers, "every enum of integers");

    private static readonly Dictionary<string, string> ReservedParameters = new()
    {
        ["request"] = "a variable of every method",
        ["requestOptions"] = "a parameter of every method",
        ["cancellationToken"] = "a parameter of every method",
    };

    private static readonly Dictionary<string, string> ReservedBesideOptions =
        new(ReservedParameters) { [ApiOptions.Parameter] = "the parameter for what a call may leave out" };

    /// <summary>The members that the hand-written part of a client has, and what the generated methods name in expressions, where a property would hide it.</summary>
    private static readonly Dictionary<string, string> ReservedAreas = new (string Owner, string[] Names)[]
    {
        (OfObject, MembersOfObjects),
        ("a client", ["AuthenticationClient", "Client", "ExplainSignature", "ManagementClient", "SendAsync", "Settings", "Transport", "TryUse", "WithAccessToken"]),
        ("the code of the methods", ["GenAuth", "Newtonsoft", "PagePosition", "Pages", "RetrySafety", "System", "Throw"]),
    }.SelectMany(group => group.Names, (group, name) => (group.Owner, Name: name)).ToDictionary(pair => pair.Name, pair => pair.Owner);

    private readonly Dictionary<string, (NameScope Methods, NameScope Areas)> _clients = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var operation in model.Operations)
        {
            CheckMethod(operation);
            CheckParameters(operation);
        }

        CheckAreas();
        CheckOptions();
        CheckTypes();
        foreach (var type in model.Types)
        {
            CheckValues(type);
            CheckMembers(type);
        }
    }

    private void CheckMethod(ApiOperation operation)
    {
        if (operation.Client.Length == 0 || (!operation.Method.IsValid && !operation.Method.IsGiven))
        {
            // Reported by OperationCheck.
            return;
        }

        if (!_clients.TryGetValue(operation.Client, out var client))
        {
            client = (new NameScope(errors, Given, new Dictionary<string, string>()), new NameScope(errors, $"{Given} of the tag", ReservedAreas));
            _clients.Add(operation.Client, client);
        }

        var what = What(operation);
        Take("Async", what);
        if (operation.Item is not null)
        {
            Take("AutoPagingAsync", $"the paging method of {what}");
        }

        void Take(string ending, string owner)
        {
            client.Methods.Take(operation.Method, operation.Method.Text + ending, owner);
            client.Areas.Reserve(operation.Method with { Text = operation.Method.Text + ending }, owner);
        }
    }

    /// <summary>The properties of the clients, and the interfaces that they return.</summary>
    private void CheckAreas()
    {
        var interfaces = new NameScope(errors, $"{Given} of the tag", ReservedTypes);
        ReserveTypes(interfaces);
        foreach (var area in model.Areas.Where(area => _clients.ContainsKey(area.Client)))
        {
            var what = $"the property for the tag {PrintableText.Quote(area.Tag)} of the client {area.Client}";
            if (_clients[area.Client].Areas.Take(area.Name, what))
            {
                interfaces.Take(area.Name, area.Interface, $"the interface for the tag {PrintableText.Quote(area.Tag)} of the client {area.Client}");
            }
        }
    }

    private void CheckParameters(ApiOperation operation)
    {
        var names = new NameScope(errors, Given, operation.Options is null ? ReservedParameters : ReservedBesideOptions);
        var options = new NameScope(errors, Given, ReservedOptionMembers);
        foreach (var parameter in operation.Parameters)
        {
            var what = parameter.Place switch
            {
                ApiPlace.Body => "the body",
                ApiPlace.Part => $"the part {PrintableText.Quote(parameter.Wire)}",
                _ => $"the parameter {PrintableText.Quote(parameter.Source.Text("name")!)}",
            };
            (parameter.IsOption ? options : names).Take(parameter.Name, what);
            if (parameter.IsOption && parameter.Name.Text == operation.Options!.Name.Text)
            {
                errors.Add("GENAUTH020", parameter.Name.Place, $"The C# name of {what} would be that of the class that it is a member of. Give it another name with x-csharp-name.");
            }
        }
    }

    /// <summary>The classes of options. Their names differ from those of types, so that a program can use both namespaces.</summary>
    private void CheckOptions()
    {
        var names = new NameScope(errors, "x-csharp-options of the operation", ReservedOptions);
        ReserveTypes(names);
        foreach (var operation in model.Operations.Where(operation => operation.Options is not null && operation.Client.Length > 0 && operation.Method.IsValid))
        {
            names.Take(operation.Options!.Name, $"the options of {What(operation)}");
        }
    }

    private void ReserveTypes(NameScope names) =>
        model.Types.ToList().ForEach(type => names.Reserve(new ApiName(type.Name, PlaceOf(type), IsGiven: false), $"the schema {PrintableText.Quote(type.SchemaName)}"));

    private void CheckTypes()
    {
        var names = new NameScope(errors, "another name of the schema under components/schemas, and keep the service's in x-source-name", ReservedTypes);
        var seen = new Dictionary<string, ApiType>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in model.Types)
        {
            var place = PlaceOf(type);
            if (seen.TryGetValue(type.Name, out var first) && first.SchemaName != type.SchemaName)
            {
                errors.Add("GENAUTH020", place,
                    $"The schema {PrintableText.Quote(type.SchemaName)} differs from {PrintableText.Quote(first.SchemaName)} in line {DocumentErrors.LineOf(PlaceOf(first))} only by case. Rename one of them, and keep the service's name in x-source-name.");
                continue;
            }

            seen[type.Name] = type;
            names.Take(new ApiName(type.Name, place, IsGiven: false), type.IsNamed ? $"the schema {PrintableText.Quote(type.SchemaName)}" : $"the schema inside of {PrintableText.Quote(place.Path)}");
        }
    }

    /// <summary>The members of a type and of those that it extends: a member of the same name would hide the other.</summary>
    private void CheckMembers(ApiType type)
    {
        var names = new NameScope(errors, Given, ReservedMembers);
        foreach (var parent in model.BasesOf(type))
        {
            parent.Members.ToList().ForEach(member => names.Reserve(member.Name, What(parent, member)));
        }

        foreach (var member in type.Members)
        {
            names.Reserve(member.Name with { Text = Getter + member.Name.Text }, $"the getter of {What(type, member)}");
            names.Reserve(member.Name with { Text = "set_" + member.Name.Text }, $"the setter of {What(type, member)}");
        }

        foreach (var member in type.Members)
        {
            names.Take(member.Name, What(type, member));
            if (member.Name.Text == type.Name)
            {
                errors.Add("GENAUTH020", member.Name.Place, $"The C# name of {What(type, member)} would be that of its type. Give it another name with x-csharp-name.");
            }
        }
    }

    private void CheckValues(ApiType type)
    {
        var names = new NameScope(errors, "x-enumNames", type.Kind == TypeKind.TextSet ? ReservedTexts : ReservedNumbers);
        foreach (var value in type.Values)
        {
            names.Reserve(value.Name with { Text = Getter + value.Name.Text }, $"the getter of {What(type, value)}");
        }

        foreach (var value in type.Values)
        {
            var what = What(type, value);
            if (value.Name.Text == type.Name)
            {
                errors.Add("GENAUTH020", value.Name.Place, $"The C# name of {what} would be that of its type. Give it another name with x-enumNames.");
            }
            else
            {
                names.Take(value.Name, what);
            }
        }
    }

    private static string What(ApiOperation operation) => $"the operation {PrintableText.Quote(operation.Source.Id?.Value.AsText() ?? string.Empty)}";

    private static string What(ApiType type, ApiMember member) => $"the member {PrintableText.Quote(member.Wire)} of {PrintableText.Quote(type.Name)}";

    private static string What(ApiType type, ApiValue value) => $"the value {PrintableText.Quote(value.Wire)} of {PrintableText.Quote(type.Name)}";

    /// <summary>The members of an enum, and the methods that the compiler makes of its properties and operators.</summary>
    private static Dictionary<string, string> WithHiddenNames(IReadOnlyList<string> members, string owner) =>
        members.Concat(members.Select(name => Getter + name)).Concat(Operators).ToDictionary(name => name, _ => owner);

    private static JToken PlaceOf(ApiType type) => type.Source.Parent as JProperty ?? (JToken)type.Source;
}
