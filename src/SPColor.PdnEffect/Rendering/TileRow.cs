namespace SPColor.PdnEffect.Rendering;

/// <summary>Row <paramref name="y"/> of a tile, 0 = its top: the memory itself, BGRA with straight alpha.</summary>
internal delegate Span<byte> TileRow(int y);
