using System.Linq.Expressions;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CommerceKata.Gateway.Engine;

/// <summary>What resolves the fields of one object type.</summary>
internal abstract class TypeBinding(string name)
{
    private readonly Dictionary<string, IFieldResolver> _resolvers = [];

    /// <summary>The GraphQL type.</summary>
    protected string Name => name;

    /// <summary>The resolver of a field: the bound one, or the property of its name.</summary>
    internal virtual IFieldResolver ResolverFor(FieldType field) =>
        _resolvers.TryGetValue(field.Name, out var resolver) ? resolver : Property(field);

    internal bool Has(string field) => _resolvers.ContainsKey(field);

    internal void Add(string field, IFieldResolver resolver) => _resolvers.Add(field, resolver);

    protected abstract IFieldResolver Property(FieldType field);
}

/// <summary>What resolves the fields of one object type, from sources of one CLR type.</summary>
internal sealed class TypeBinding<TSource>(string name) : TypeBinding(name)
{
    private readonly List<Expression<Func<TSource, object>>> _parts = [];

    /// <summary>Binds a field to a part of its source.</summary>
    public TypeBinding<TSource> Field(string field, Func<TSource, object?> resolve) =>
        Field(field, (source, _) => resolve(source));

    /// <summary>Binds a field to a value, or to a loader's result.</summary>
    public TypeBinding<TSource> Field(string field, Func<TSource, IResolveFieldContext, object?> resolve) =>
        Field(field, new FuncFieldResolver<object>(call => resolve((TSource)call.Source!, call)));

    /// <summary>Binds a field to an answer to wait for.</summary>
    public TypeBinding<TSource> Field<TResult>(string field, Func<TSource, IResolveFieldContext, Task<TResult>> resolve) =>
        Field(field, new FuncFieldResolver<object>(async call => await resolve((TSource)call.Source!, call)));

    /// <summary>Binds a field to a resolver.</summary>
    public TypeBinding<TSource> Field(string field, IFieldResolver resolver)
    {
        Add(field, resolver);
        return this;
    }

    /// <summary>Fields that the source has no property for are read from this part of it.</summary>
    public TypeBinding<TSource> Including(Expression<Func<TSource, object>> part)
    {
        _parts.Add(part);
        return this;
    }

    protected override IFieldResolver Property(FieldType field)
    {
        var read = PropertyReader.Compile(Name, field, [source => source!, .. _parts])
            ?? throw new InvalidOperationException($"{Name}.{field.Name} is bound to nothing, nor is it a property of {typeof(TSource)}.");
        return new FuncFieldResolver<object>(call => read((TSource)call.Source!));
    }
}
