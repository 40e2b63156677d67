namespace SPColor.Core.Protocol;

/// <summary>Who answers.</summary>
/// <param name="ProtocolVersion">Its <see cref="WorkerProtocol.Version"/>.</param>
/// <param name="ProgramVersion">Version of the program, for messages.</param>
/// <param name="Packs">Names of the installed model packs.</param>
public sealed record WorkerHello(int ProtocolVersion, string ProgramVersion, IReadOnlyList<string> Packs);

/// <summary>What the worker works with, once its networks are loaded.</summary>
/// <param name="Pack">Name of the model pack, as in pairing files.</param>
/// <param name="Device">Where the networks run, and why: "DirectML: NVIDIA …", "CPU (because …)".</param>
/// <param name="DefaultAreas">Number of areas that the pack does best with.</param>
/// <param name="MaxAreas">Largest number of areas.</param>
/// <param name="AnySize">Whether long pictures may be larger, <see cref="Models.ModelFacts.AnySize"/>.</param>
public sealed record WorkerReady(string Pack, string Device, int DefaultAreas, int MaxAreas, bool AnySize);
