<?php
// Reads one JSON object per line, {"call": …, "text": hex}, and answers each with one line of JSON. Strings go as
// hexadecimal, because they need not be UTF-8; arrays as lists of [kind of key, key, value], because order matters.

function shown($value) {
    if (!is_array($value)) {
        return is_string($value) ? bin2hex($value) : $value;
    }
    $pairs = [];
    foreach ($value as $key => $item) {
        $pairs[] = is_int($key) ? ['int', (string) $key, shown($item)] : ['str', bin2hex($key), shown($item)];
    }
    return ['array' => $pairs];
}

while (($line = fgets(STDIN)) !== false) {
    $request = json_decode($line, true);
    $text = hex2bin($request['text']);
    if ($request['call'] === 'parse_str') {
        @parse_str($text, $answer);
    } elseif ($request['call'] === 'trim') {
        $answer = trim($text);
    } elseif ($request['call'] === 'parse_url') {
        $parts = parse_url($text);
        $answer = is_array($parts) && isset($parts['host']) ? [$parts['scheme'] ?? null, $parts['host']] : [null, null];
    } elseif ($request['call'] === 'command') {
        $parts = parse_url($text);
        $answer = [$parts['path'] ?? '', $parts['query'] ?? ''];
    } elseif ($request['call'] === 'string') {
        $answer = @(string) json_decode($text, true);
    } elseif ($request['call'] === 'truthy') {
        $answer = (bool) json_decode($text, true);
    } elseif ($request['call'] === 'int') {
        $answer = (string) (int) json_decode($text, true);
    } else {
        $answer = json_encode(json_decode($text, true), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
    echo json_encode(shown($answer)), "\n";
    flush();
}
