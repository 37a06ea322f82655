using System.Collections;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// Names all that is wrong with the variables of an operation. The GraphQL library stops at the first of them, so that who
/// left out five fields of an input would hear of them one at a time.
/// </summary>
internal sealed class VariableCheck(IDocumentValidator engine) : IDocumentValidator
{
    /// <summary>So many are named: a list of a hundred thousand wrong values is one mistake.</summary>
    private const int Most = 50;

    /// <inheritdoc />
    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) => AllAsync(engine.ValidateAsync(options), options);

    private static async Task<IValidationResult> AllAsync(Task<IValidationResult> validation, ValidationOptions options)
    {
        var result = await validation;
        if (result.IsValid && NullItems(options).FirstOrDefault() is { } nullItem) return new ValidationResult([nullItem]);
        if (!result.Errors.Any(error => error is InvalidVariableError)) return result;
        List<WrongVariableError> found =
            [.. (options.Operation.Variables?.SelectMany(variable => new Walk(options, variable).Find()) ?? []).Take(Most)];
        // Whatever only the engine finds is said in its words.
        if (found.Count == 0) return result;
        var others = result.Errors.OfType<GraphQL.Validation.ValidationError>().Where(error => error is not InvalidVariableError);
        return new ValidationResult(others.Concat(found));
    }

    /// <summary>
    /// Variables whose type allows null, as it may with a default, that are null all the same and stand where null is not
    /// allowed. The engine looks at arguments and fields, and not at the items of list literals.
    /// </summary>
    private static IEnumerable<WrongVariableError> NullItems(ValidationOptions options)
    {
        List<GraphQLVariableDefinition> nulls = [.. (options.Operation.Variables?.Items ?? []).Where(variable =>
            variable is { Type: not GraphQLNonNullType, DefaultValue: not null }
            && options.Variables.TryGetValue(variable.Variable.Name.StringValue, out var value) && value is null)];
        if (nulls.Count == 0) return [];
        return from usage in VariableUsages.In(options.Operation, options.Document, options.Schema)
               where usage.Type is NonNullGraphType || usage.IsRequired
               from variable in nulls
               where variable.Variable.Name == usage.Node.Name
               select new WrongVariableError(
                   options.Document, variable, variable.Variable.Name.StringValue, "Received a null input for a non-null variable.");
    }

    /// <summary>Looks through the value of one variable.</summary>
    private sealed class Walk(ValidationOptions options, GraphQLVariableDefinition variable)
    {
        private readonly List<WrongVariableError> _found = [];

        public List<WrongVariableError> Find()
        {
            VariableName name = variable.Variable.Name.StringValue;
            if (variable.Type.In(options.Schema) is not { } type) return _found;
            if (options.Variables.TryGetValue(name, out var value)) Look(type, value, name);
            else if (type is NonNullGraphType && variable.DefaultValue is null) Wrong(name, "No value provided for a non-null variable.");
            return _found;
        }

        private void Look(IGraphType type, object? value, VariableName name)
        {
            switch (type)
            {
                case NonNullGraphType when value is null: Wrong(name, "Received a null input for a non-null variable."); break;
                case NonNullGraphType { ResolvedType: { } inner }: Look(inner, value, name); break;
                case var _ when value is null: break;
                case ListGraphType { ResolvedType: { } inner }: LookAtItems(inner, value, name); break;
                case IInputObjectGraphType input: LookAtFields(input, value, name); break;
                case ScalarGraphType scalar when !scalar.CanParseValue(value): Wrong(name, $"Unable to convert the value to '{scalar.Name}'."); break;
            }
        }

        /// <summary>What is no list stands for a list of it alone.</summary>
        private void LookAtItems(IGraphType type, object value, VariableName name)
        {
            if (value is not IList items)
            {
                Look(type, value, name);
                return;
            }

            for (var at = 0; at < items.Count; at++) Look(type, items[at], new VariableName(name, at));
        }

        private void LookAtFields(IInputObjectGraphType input, object value, VariableName name)
        {
            if (value is not IDictionary<string, object?> given)
            {
                Wrong(name, $"Unable to parse input as a '{input.Name}' type. Did you provide a List or Scalar value accidentally?");
                return;
            }

            foreach (var field in input.Fields)
            {
                var at = new VariableName(name, field.Name);
                if (given.TryGetValue(field.Name, out var of)) Look(field.ResolvedType!, of, at);
                else if (field is { ResolvedType: NonNullGraphType, DefaultValue: null }) Wrong(at, "No value provided for a non-null variable.");
            }

            foreach (var unknown in given.Keys.Where(key => !input.Fields.Any(field => field.Name == key)))
                Wrong(new VariableName(name, unknown), $"Unrecognized input field '{unknown}' of type '{input.Name}'.");
        }

        private void Wrong(VariableName name, string message)
        {
            if (_found.Count < Most) _found.Add(new WrongVariableError(options.Document, variable, name, message));
        }
    }
}

/// <summary>A variable, or a part of one, does not have the type that the operation declares; as the GraphQL library says it.</summary>
internal sealed class WrongVariableError : GraphQL.Validation.ValidationError
{
    public WrongVariableError(GraphQLDocument document, GraphQLVariableDefinition variable, VariableName name, string message)
        : base(document.Source, "5.8", $"Variable '${name}' is invalid. {message}", variable) => Code = "INVALID_VALUE";
}
