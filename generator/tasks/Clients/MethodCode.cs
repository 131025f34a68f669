namespace GenAuth.Build;

/// <summary>How the method of an operation takes its arguments, and how it finds their values.</summary>
internal static class MethodCode
{
    private const string Last = "RequestOptions? requestOptions = null, System.Threading.CancellationToken cancellationToken = default";

    /// <summary>The parameters of the method. The compiler wants those without a default first.</summary>
    public static string Parameters(ApiOperation operation)
    {
        var arguments = operation.Arguments.ToLookup(argument => argument.IsRequired, Declaration);
        return operation.Options is not { } options ? Join([.. arguments[true], .. arguments[false]])
            : options.HasDefault ? Join([.. arguments[true], .. arguments[false], $"{options.Name.Text}? {ApiOptions.Parameter} = null"])
            : Join([.. arguments[true], $"{options.Name.Text}{(options.IsRequired ? string.Empty : "?")} {ApiOptions.Parameter}", .. arguments[false]]);
    }

    /// <summary>The parameters of the method that an operation had before it had options.</summary>
    public static string OldParameters(ApiOperation operation) => Join(OldArguments(operation).Select(Declaration));

    /// <summary>What that method took one by one: what is required still is.</summary>
    public static IEnumerable<ApiParameter> OldArguments(ApiOperation operation) => operation.Parameters
        .Where(parameter => !parameter.IsOption || parameter.IsRequired)
        .Select(parameter => parameter.AsArgument ?? parameter)
        .OrderBy(parameter => !parameter.IsRequired);

    /// <summary>The arguments with which that method calls the new one.</summary>
    public static string Forwarded(ApiOperation operation)
    {
        var members = operation.Options!.Members.Where(member => member.IsRequired).Select(member => $"{member.Name.Text} = {member.AsArgument!.Name.Printed}").ToList();
        var options = members.Count == 0 ? $"({operation.Options.Name.Text}?)null" : $"new {operation.Options.Name.Text} {{ {string.Join(", ", members)} }}";
        var arguments = operation.Arguments.ToLookup(argument => argument.IsRequired, argument => argument.Name.Printed);
        List<string> all = [.. arguments[true], options, .. arguments[false], "requestOptions", "cancellationToken"];
        return string.Join(", ", all);
    }

    /// <summary>The expression that has the value of a parameter within the method.</summary>
    public static string ValueOf(ApiParameter parameter, ApiOperation operation) =>
        !parameter.IsOption ? parameter.Name.Printed
        : parameter.IsRequired ? $"{ApiOptions.Parameter}.{parameter.Name.Text}!"
        : operation.Options!.IsRequired ? $"{ApiOptions.Parameter}.{parameter.Name.Text}" : $"{ApiOptions.Parameter}?.{parameter.Name.Text}";

    private static string Declaration(ApiParameter parameter) => $"{parameter.Type.Printed} {parameter.Name.Printed}{(parameter.IsRequired ? string.Empty : " = null")}";

    private static string Join(IEnumerable<string> parameters) => string.Join(", ", parameters.Append(Last));
}
