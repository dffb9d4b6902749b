import tools from 'myanmar-tools'

// Version 1.1.3: 1.2.0 is broken.
const detector = new tools.ZawgyiDetector()
const converter = new tools.ZawgyiConverter()

/** 0 (Unicode) to 1 (Zawgyi); 0 where there is nothing Burmese. */
export const zawgyiProbability = (text: string): number => Math.max(0, detector.getZawgyiProbability(text))

export const zawgyiToUnicode = (text: string): string => converter.zawgyiToUnicode(text)
