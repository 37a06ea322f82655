using CommerceKata.Gateway.Live;
using CommerceKata.Gateway.Loading;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;

namespace CommerceKata.Gateway.Engine;

/// <summary>What the subgraphs bind to the names of the SDL: CLR types, resolvers, entities.</summary>
/// <param name="scope">What the schema knows of the entities of others.</param>
internal sealed class SchemaBindings(EntityScope scope)
{
    private readonly Dictionary<string, TypeBinding> _types = [];
    private readonly Dictionary<Type, string> _names = [];
    private readonly Dictionary<string, Func<IResolveFieldContext, string, object?>> _entities = [];
    private readonly Dictionary<string, Type> _inputs = [];
    private readonly Dictionary<string, Type> _enums = [];
    private readonly Dictionary<string, LiveSource> _sources = [];
    private readonly Dictionary<string, Func<string, object>> _ofKeys = [];
    private readonly HashSet<string> _oneByOne = [];

    /// <summary>What all these subgraphs bind: each may refer to entities of the others.</summary>
    public static SchemaBindings Of(IReadOnlyList<Subgraph> subgraphs, EntityScope scope)
    {
        var bindings = new SchemaBindings(scope);
        foreach (var subgraph in subgraphs) subgraph.Bind(bindings);
        return bindings;
    }

    /// <summary>Binds an object type to the CLR type of its sources. Unbound fields read the property of their name.</summary>
    public TypeBinding<TSource> Type<TSource>(string name)
    {
        _names.TryAdd(typeof(TSource), name);
        return Bind<TSource>(name);
    }

    /// <summary>Binds a type that other subgraphs and <c>node</c> find again by its id.</summary>
    /// <param name="name">The GraphQL type.</param>
    /// <param name="load">Finds one by its UUID: an object, a loader's result, or null when there is none.</param>
    public TypeBinding<TSource> Entity<TSource>(string name, Func<IResolveFieldContext, string, object?> load)
    {
        _entities.Add(name, load);
        return Type<TSource>(name);
    }

    /// <summary>Binds a type whose objects are found one by one, with a call for each.</summary>
    /// <param name="name">The GraphQL type.</param>
    /// <param name="load">Finds one by its UUID; null when there is none for this caller.</param>
    public TypeBinding<TSource> Entity<TSource>(string name, Func<IResolveFieldContext, string, Task<TSource?>> load)
        where TSource : class
    {
        _oneByOne.Add(name);
        return Entity<TSource>(name, (call, id) => new Deferred<TSource?>(_ => load(call, id)));
    }

    /// <summary>Binds what a subgraph adds to an entity of another, and needs no more than its key for.</summary>
    /// <param name="name">The GraphQL type.</param>
    /// <param name="ofKey">Makes a source of a UUID.</param>
    public TypeBinding<TSource> Extend<TSource>(string name, Func<string, TSource> ofKey)
        where TSource : class
    {
        _ofKeys.Add(name, ofKey);
        return Type<TSource>(name);
    }

    /// <summary>Binds a payload type: the field of the result, and <c>errors</c> where the SDL has it.</summary>
    public TypeBinding<Payload> Payload(string name, string result) =>
        Bind<Payload>(name).Field(result, payload => payload.Result);

    /// <summary>Binds an input type to the record that its values are read into.</summary>
    public void Input<TRecord>(string name) => _inputs.Add(name, typeof(TRecord));

    /// <summary>Binds an enum to a CLR enum: PRICE_ASC is the member PriceAsc.</summary>
    public void Enum<TEnum>(string name)
        where TEnum : struct, Enum => _enums.Add(name, typeof(TEnum));

    /// <summary>Binds a field of Query to a value, or to a loader's result.</summary>
    public void Query(string field, Func<IResolveFieldContext, object?> resolve) =>
        Bind<object>("Query").Field(field, (_, call) => resolve(call));

    /// <summary>Binds a field of Query to an answer to wait for.</summary>
    public void Query<TResult>(string field, Func<IResolveFieldContext, Task<TResult>> resolve) =>
        Bind<object>("Query").Field(field, (_, call) => resolve(call));

    /// <summary>Whether a field of Query is bound.</summary>
    public bool HasQuery(string field) => Bind<object>("Query").Has(field);

    /// <summary>Binds a mutation without input.</summary>
    public void Mutation(string field, Func<IResolveFieldContext, Task<Payload>> change) =>
        Bind<object>("Mutation").Field(field, new MutationResolver(change, _ => null));

    /// <summary>Binds a mutation.</summary>
    /// <param name="field">The mutation.</param>
    /// <param name="change">Does it.</param>
    /// <param name="about">The id that NOT_FOUND is about, as the client sent it.</param>
    public void Mutation<TInput>(
        string field,
        Func<TInput, IResolveFieldContext, Task<Payload>> change,
        Func<TInput, string?>? about = null) =>
        Bind<object>("Mutation").Field(field, new MutationResolver(
            call => change(Input<TInput>(call), call),
            call => about?.Invoke(Input<TInput>(call))));

    /// <summary>Binds a mutation that hashes a password: an operation may have one of them.</summary>
    /// <param name="field">The mutation.</param>
    /// <param name="change">Does it.</param>
    public void PasswordMutation<TInput>(string field, Func<TInput, IResolveFieldContext, Task<Payload>> change) =>
        Bind<object>("Mutation").Field(field, new MutationResolver(
            call => change(Input<TInput>(call), call), _ => null)
        { HashesPassword = true });

    /// <summary>Binds a subscription: its events are what the field resolves to, one after the other.</summary>
    /// <param name="field">The subscription.</param>
    /// <param name="open">Opens the stream of events for a caller.</param>
    public void Subscription<TEvent>(string field, Func<IResolveFieldContext, CancellationToken, IAsyncEnumerable<TEvent>> open)
        where TEvent : class
    {
        _sources.Add(field, new LiveSource(open));
        Bind<object>("Subscription").Field(field, (source, call) =>
        {
            // What was read for the event before.
            call.ForgetLoaded();
            return source;
        });
    }

    /// <summary>Finds an object by its global id.</summary>
    /// <exception cref="BadInputException">It is no id, or of a type that cannot be found by id.</exception>
    public object? Find(IResolveFieldContext call, string globalId, string field) =>
        GlobalId.TryParse(globalId, out var id) && _entities.TryGetValue(id.Type, out var load)
            ? load(call, id.Id)
            : throw new BadInputException(field, Problem.NotAnIdOf("an object of this shop"));

    /// <summary>Finds an entity of a known type by its global id, or as much of it as this subgraph has to know.</summary>
    /// <exception cref="BadInputException">It is no id, or one of another type.</exception>
    public object? Find(IResolveFieldContext call, string type, string? globalId, string field)
    {
        var id = GlobalId.Parse(type, globalId, field);
        return scope.Extended.Contains(type) && _ofKeys.TryGetValue(type, out var ofKey) ? ofKey(id) : _entities[type](call, id);
    }

    /// <summary>Whether each object of the type costs a call of its own.</summary>
    public bool IsFoundOneByOne(string type) => _oneByOne.Contains(type);

    /// <summary>Finds an entity, of this subgraph or another, by its UUID. None is meant by an empty one.</summary>
    public object? Refer(IResolveFieldContext call, string type, string id) => id switch
    {
        "" => null,
        _ when scope.KeysOnly.Contains(type) => new EntityKey(type, id),
        _ => _entities[type](call, id),
    };

    internal TypeBinding For(string type) => _types.TryGetValue(type, out var binding)
        ? scope.KeysOnly.Contains(type) ? new KeyBinding(binding) : binding
        : throw new InvalidOperationException($"The type {type} is bound to nothing.");

    internal string NameOf(object source) => source is EntityKey key ? key.Type : _names.TryGetValue(source.GetType(), out var name)
        ? name
        : throw new InvalidOperationException($"No type is bound to {source.GetType()}.");

    internal Type InputOf(string name) => _inputs.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"The input {name} is bound to nothing.");

    internal Type EnumOf(string name) => _enums.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"The enum {name} is bound to nothing.");

    internal LiveSource SourceOf(string subscription) => _sources[subscription];

    private static TInput Input<TInput>(IResolveFieldContext call) => call.GetArgument<TInput>("input");

    private TypeBinding<TSource> Bind<TSource>(string name)
    {
        if (!_types.TryGetValue(name, out var binding))
        {
            _types.Add(name, binding = new TypeBinding<TSource>(name));
        }

        return (TypeBinding<TSource>)binding;
    }
}
