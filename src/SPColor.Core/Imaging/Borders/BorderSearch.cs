namespace SPColor.Core.Imaging.Borders;

/// <summary>What was found around a photo.</summary>
/// <param name="Photo">The photo, as a part of the picture that was searched.</param>
/// <param name="Votes">Sum over the sides with a border of the rays' part that says so, up to 4.</param>
internal sealed record BorderFrame(SeenPart Photo, float Votes);

/// <summary>
/// Searches one border around a photo: even ground that ends in straight edges on at least two opposite sides, all at one angle. The
/// outline of a person before a backdrop, a horizon or a roof under the sky is not that: few rays end on one line, or on one side only.
/// </summary>
/// <remarks>Its numbers were chosen on the 392 held-out photos, with drawn borders and without (docs/architecture.md §3).</remarks>
internal sealed class BorderSearch
{
    private const int LeastPicture = 24;
    private const double MostDegrees = 8, CoarseDegrees = 0.4, FineDegrees = 0.05;

    /// <summary>An angle is taken where it is that much better than none.</summary>
    private const float AngleGain = 1.05f;

    /// <summary>Part of a side's rays that must end on one line before it bounds the sides beside it.</summary>
    private const float LeastRaw = 0.3f;

    /// <summary>What is asked of two opposite sides.</summary>
    private const float LeastVotes = 0.5f, MostEarly = 0.15f, LeastEven = 0.75f, LeastDepth = 0.015f, MostLevelGap = 12;

    /// <summary>What is then asked of the other sides.</summary>
    private const float OtherVotes = 0.3f, OtherEarly = 0.3f;

    /// <summary>Where a photo is as light or dark as its border, the border is as deep as opposite, if it is that even there.</summary>
    private const float SameWithin = 4, SameEven = 0.9f;

    /// <summary>Two or three sides are a border only where they are dark or light; a window's frame or a wall is neither.</summary>
    private const float DarkLevel = 25, LightLevel = 80;

    private const float LeastPixels = 2, FewPixels = 4, LeastLeft = 0.2f;

    /// <summary>A scanner's lid: a strip along one whole side.</summary>
    private const float LidVotes = 0.95f, LidDepth = 0.08f;

    private readonly LabImage _picture;
    private readonly BorderRays[] _rays;
    private double _tangent;
    private BorderLine[] _lines = [];
    private float[] _bounds = [];

    private BorderSearch(LabImage picture) =>
        (_picture, _rays) = (picture, [.. Sides.All.Select(side => new BorderRays(picture, side))]);

    /// <summary>The border of a picture; null where there is none.</summary>
    /// <param name="picture">About as large as a screen; L* is read.</param>
    public static BorderFrame? Find(LabImage picture) =>
        Math.Min(picture.Size.Width, picture.Size.Height) < LeastPicture ? null : new BorderSearch(picture).FindBest();

    private BorderFrame? FindBest()
    {
        BorderFrame? best = FindFrame();
        if (_lines.Length == 0)
            return null;
        BorderLine[] upright = Lines(0);
        foreach (Side side in Sides.All)
        {
            if (!IsLid(upright, side))
                continue;
            PixelRect rest = Without(side, (int)Math.Ceiling(upright[(int)side].Depth) + 1);
            LabImage picture = new(rest.Size);
            PartResampler.Read(_picture, SeenPart.Of(_picture.Size, rest), picture, placesPerAxis: 1);
            if (Math.Min(rest.Width, rest.Height) >= LeastPicture && new BorderSearch(picture).FindFrame() is { } found
                && found.Votes > (best?.Votes ?? 0))
            {
                best = found with { Photo = SeenPart.Of(_picture.Size, rest).Inner(found.Photo) };
            }
        }

        return best;
    }

    private BorderFrame? FindFrame()
    {
        if (!(IsOpen(Side.Top) && IsOpen(Side.Bottom)) && !(IsOpen(Side.Left) && IsOpen(Side.Right)))
            return null;
        foreach (BorderRays rays in _rays)
            rays.Send();
        FindAngle();
        _bounds = [.. Sides.All.Select(side => IsRaw(side, _lines[(int)side]) ? _lines[(int)side].Depth : 0)];
        BorderSide[] judged = [.. Sides.All.Select(side => Judge(side))];
        foreach (Side side in (Side[])[Side.Top, Side.Left])
        {
            (BorderSide one, BorderSide other) = (judged[(int)side], judged[(int)side.Opposite()]);
            if (IsBorder(side, one) && IsBorder(side.Opposite(), other) && Math.Abs(one.Level - other.Level) <= MostLevelGap)
                return Frame(judged, one.Level);
        }

        return null;
    }

    private BorderFrame? Frame(BorderSide[] judged, float level)
    {
        bool[] found = [.. judged.Select((side, i) => IsOther(side, level))];
        float[] depths = [.. judged.Select((side, i) => found[i] ? side.Depth : 0)];
        foreach (Side side in Sides.All)
        {
            int i = (int)side, opposite = (int)side.Opposite();
            if (found[i] || !found[opposite])
                continue;
            BorderSide same = Judge(side, depths[opposite]);
            if (same.Early <= MostEarly && Math.Abs(same.Level - level) <= SameWithin && same.Even >= SameEven)
                (found[i], depths[i]) = (true, depths[opposite]);
        }

        int count = found.Count(isFound => isFound);
        float votes = judged.Where((_, i) => found[i]).Sum(side => side.Votes);
        bool isClear = count == found.Length || (_tangent == 0 && (level <= DarkLevel || level >= LightLevel));
        SeenPart photo = SeenPart.Inside(_picture.Size, _tangent, depths[0], depths[1], depths[2], depths[3]);
        bool isLarge = photo.Size.Width >= LeastLeft * _picture.Size.Width && photo.Size.Height >= LeastLeft * _picture.Size.Height;
        return isClear && isLarge ? new BorderFrame(photo, votes) : null;
    }

    private bool IsOpen(Side side) => _rays[(int)side].IsOpen;

    private void FindAngle()
    {
        double best = 0;
        float most = AngleGain * Score(Lines(0));
        Try(0, MostDegrees, CoarseDegrees);
        if (best != 0)
            Try(best, CoarseDegrees, FineDegrees);
        _tangent = Math.Tan(best * Math.PI / 180);
        _lines = Lines(_tangent);

        void Try(double middle, double reach, double step)
        {
            int steps = (int)Math.Round(reach / step);
            for (int i = -steps; i <= steps; i++)
            {
                double degrees = middle + (i * step);
                float score = Score(Lines(Math.Tan(degrees * Math.PI / 180)));
                if (score > most)
                    (best, most) = (degrees, score);
            }
        }
    }

    // Two sides with all their rays on one line are worth more than four with half of them.
    private static float Score(BorderLine[] lines) => lines.Sum(line => line.Votes * line.Votes);

    private BorderLine[] Lines(double tangent) => [.. _rays.Select(rays => BorderLine.Find(rays, tangent))];

    private BorderSide Judge(Side side) => Judge(side, _lines[(int)side].Depth);

    private BorderSide Judge(Side side, float depth)
    {
        BorderRays rays = _rays[(int)side];
        int slant = (int)Math.Ceiling(Math.Abs(_tangent) * rays.Length / 2);
        int first = (int)Math.Ceiling(_bounds[(int)side.First()]) + slant;
        int end = rays.Count - (int)Math.Ceiling(_bounds[(int)side.First().Opposite()]) - slant;
        return BorderSide.Judge(rays, depth, _tangent, first, end);
    }

    private bool IsRaw(Side side, BorderLine line) => line.Votes >= LeastRaw
        && BorderSide.Judge(_rays[(int)side], line.Depth, _tangent, 0, _rays[(int)side].Count).Even >= LeastEven;

    private bool IsBorder(Side side, BorderSide judged) =>
        judged is { Votes: >= LeastVotes, Early: <= MostEarly, Even: >= LeastEven }
        && judged.Depth >= Math.Max(LeastPixels, LeastDepth * _rays[(int)side].Length);

    private static bool IsOther(BorderSide judged, float level) =>
        judged is { Votes: >= OtherVotes, Early: <= OtherEarly, Depth: >= LeastPixels }
        && (judged.Depth < FewPixels || (judged.Even >= LeastEven && Math.Abs(judged.Level - level) <= MostLevelGap));

    private bool IsLid(BorderLine[] upright, Side side)
    {
        BorderLine line = upright[(int)side];
        return line.Votes >= LidVotes && upright[(int)side.Opposite()].Votes < LidVotes
            && line.Depth >= LeastPixels && line.Depth <= LidDepth * _rays[(int)side].Length;
    }

    private PixelRect Without(Side side, int strip)
    {
        (int width, int height) = _picture.Size;
        return side switch
        {
            Side.Top => new PixelRect(0, strip, width, height - strip),
            Side.Right => new PixelRect(0, 0, width - strip, height),
            Side.Bottom => new PixelRect(0, 0, width, height - strip),
            _ => new PixelRect(strip, 0, width - strip, height),
        };
    }
}
