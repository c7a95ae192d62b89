"""What OpenRouter calls models and providers that are often written another way."""

AUTHORS = {
    "gpt": "openai",
    "chatgpt": "openai",
    "o1": "openai",
    "o3": "openai",
    "o4": "openai",
    "claude": "anthropic",
    "gemini": "google",
    "gemma": "google",
    "llama": "meta-llama",
    "mistral": "mistralai",
    "mixtral": "mistralai",
    "ministral": "mistralai",
    "codestral": "mistralai",
    "deepseek": "deepseek",
    "qwen": "qwen",
    "grok": "x-ai",
    "command": "cohere",
    "kimi": "moonshotai",
    "glm": "z-ai",
    "nova": "amazon",
    "sonar": "perplexity",
}
"""Model family → its author, whom people often omit. Source: https://openrouter.ai/models."""

SLUGS = {
    "alibaba cloud": "alibaba",
    "alibaba cloud int.": "alibaba",
    "aws": "amazon-bedrock",
    "aws bedrock": "amazon-bedrock",
    "bedrock": "amazon-bedrock",
    "azure openai": "azure",
    "microsoft azure": "azure",
    "google ai": "google-ai-studio",
    "google gemini": "google-ai-studio",
    "google vertex ai": "google-vertex",
    "vertex ai": "google-vertex",
    "mistral ai": "mistral",
    "moonshot ai": "moonshotai",
    "nebius ai studio": "nebius",
    "nebius token factory": "nebius",
    "open ai": "openai",
    "together ai": "together",
    "together.ai": "together",
    "x ai": "xai",
    "x.ai": "xai",
    "z.ai": "z-ai",
}
"""Display name in lower case → a slug that does not follow from it.

Source: https://openrouter.ai/providers.
"""
