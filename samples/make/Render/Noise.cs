namespace SPColor.MakeSamples.Render;

/// <summary>Hash-based value noise: the same number for the same place on every machine, without any random generator.</summary>
internal static class Noise
{
    /// <summary>A number in 0…1 for a lattice point.</summary>
    public static float Hash(int x, int y, int z = 0)
    {
        unchecked
        {
            uint h = (uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ (uint)z * 0xCB1AB31Fu;
            h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
            h = (h ^ (h >> 12)) * 0x297A2D39u;
            return ((h ^ (h >> 15)) >> 8) * (1f / (1 << 24));
        }
    }

    /// <summary>Smooth noise in 0…1 with features of size one.</summary>
    public static float Value(Vector3 p)
    {
        int x = (int)MathF.Floor(p.X), y = (int)MathF.Floor(p.Y), z = (int)MathF.Floor(p.Z);
        Vector3 f = p - new Vector3(x, y, z);
        Vector3 w = f * f * (new Vector3(3) - 2 * f);
        return Blend.Lerp(Layer(x, y, z, w), Layer(x, y, z + 1, w), w.Z);
    }

    /// <summary>Sum of octaves in 0…1, each twice as fine and half as strong as the one before.</summary>
    public static float Fractal(Vector3 p, int octaves)
    {
        float sum = 0, weight = 0.5f, total = 0;
        for (int i = 0; i < octaves; i++)
        {
            sum += weight * Value(p);
            total += weight;
            weight *= 0.5f;
            // Turned between octaves, so that the lattices do not line up.
            p = new Vector3(1.6f * p.X + 1.2f * p.Z, 2f * p.Y, 1.6f * p.Z - 1.2f * p.X) + new Vector3(17.3f, 9.1f, 5.7f);
        }
        return sum / total;
    }

    private static float Layer(int x, int y, int z, Vector3 w) => Blend.Lerp(
        Blend.Lerp(Hash(x, y, z), Hash(x + 1, y, z), w.X),
        Blend.Lerp(Hash(x, y + 1, z), Hash(x + 1, y + 1, z), w.X),
        w.Y);
}
