using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>Knows what operations cost before they run.</summary>
/// <param name="schema">An initialised schema, whose SDL says what its fields cost.</param>
internal sealed class CostModel(ISchema schema)
{
    private readonly FrozenDictionary<FieldType, FieldCost> _fields = schema.AllTypes.OfType<IComplexGraphType>()
        .SelectMany(type => type.Fields.Select(field => KeyValuePair.Create(field, FieldCost.Of(field, type == schema.Mutation))))
        .ToFrozenDictionary();

    // As long as the document cache keeps the operation.
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, CostPlan> _plans = [];

    /// <summary>What an operation costs. Objects count, times the length of the lists that they are in, and so do calls.</summary>
    /// <param name="document">A valid document.</param>
    /// <param name="operation">Its operation that is to run.</param>
    /// <param name="variables">The values of its variables, with their defaults.</param>
    public long Of(GraphQLDocument document, GraphQLOperationDefinition operation, Variables variables)
    {
        if (!_plans.TryGetValue(operation, out var plan))
        {
            plan = new CostCompiler(schema, this, document).Compile(operation);
            _plans.AddOrUpdate(operation, plan);
        }

        return plan.For(variables);
    }

    /// <summary>What the SDL says of a field.</summary>
    public FieldCost For(FieldType field) => _fields[field];
}
