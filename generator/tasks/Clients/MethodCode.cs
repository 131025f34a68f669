using GenAuth.Build.Api;

namespace GenAuth.Build.Clients;

/// <summary>Writes the parameters of an operation's method, and the expressions with their values.</summary>
internal static class MethodCode
{
    private const string Last = "RequestOptions? requestOptions = null, System.Threading.CancellationToken cancellationToken = default";

    /// <summary>The parameters of the method. Those without a default value come first, as C# requires.</summary>
    public static string Parameters(ApiOperation operation)
    {
        var arguments = operation.Arguments.ToLookup(argument => argument.IsRequired, Declaration);
        return operation.Options is not { } options ? Join([.. arguments[true], .. arguments[false]])
            : options.HasDefault ? Join([.. arguments[true], .. arguments[false], $"{options.Name.Text}? {ApiOptions.Parameter} = null"])
            : Join([.. arguments[true], $"{options.Name.Text}{(options.IsRequired ? string.Empty : "?")} {ApiOptions.Parameter}", .. arguments[false]]);
    }

    /// <summary>The parameters of the method that was published before the operation had options.</summary>
    public static string OldParameters(ApiOperation operation) => Join(OldArguments(operation).Select(Declaration));

    /// <summary>The parameters of that method without requestOptions and cancellationToken.</summary>
    public static IEnumerable<ApiParameter> OldArguments(ApiOperation operation) => operation.Parameters
        .Where(parameter => !parameter.IsOption || parameter.IsRequired)
        .Select(parameter => parameter.AsArgument ?? parameter)
        .OrderBy(parameter => !parameter.IsRequired);

    /// <summary>The arguments with which that method calls the current one.</summary>
    public static string Forwarded(ApiOperation operation)
    {
        var members = operation.Options!.Members.Where(member => member.IsRequired).Select(member => $"{member.Name.Text} = {member.AsArgument!.Name.Printed}").ToList();
        var options = members.Count == 0 ? $"({operation.Options.Name.Text}?)null" : $"new {operation.Options.Name.Text} {{ {string.Join(", ", members)} }}";
        var arguments = operation.Arguments.ToLookup(argument => argument.IsRequired, argument => argument.Name.Printed);
        List<string> all = [.. arguments[true], options, .. arguments[false], "requestOptions", "cancellationToken"];
        return string.Join(", ", all);
    }

    /// <summary>The expression with the value of a parameter in the method.</summary>
    public static string ValueOf(ApiParameter parameter, ApiOperation operation) =>
        !parameter.IsOption ? parameter.Name.Printed
        : parameter.IsRequired ? $"{ApiOptions.Parameter}.{parameter.Name.Text}!"
        : operation.Options!.IsRequired ? $"{ApiOptions.Parameter}.{parameter.Name.Text}" : $"{ApiOptions.Parameter}?.{parameter.Name.Text}";

    private static string Declaration(ApiParameter parameter) => $"{parameter.Type.Printed} {parameter.Name.Printed}{(parameter.IsRequired ? string.Empty : " = null")}";

    private static string Join(IEnumerable<string> parameters) => string.Join(", ", parameters.Append(Last));
}
